package dev.perennial.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
  @TempDir Path folder;
  private House house;
  private Sessions sessions;

  @BeforeEach
  void open() {
    house = new House(folder);
    sessions = house.access.sessions();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void endsWhenIdleForHalfAnHour() {
    String cookie = house.cookie(House.HOME);
    for (int i = 0; i < 4; i++) {
      house.clock.move(Duration.ofMinutes(29));
      assertTrue(sessions.find(cookie).isPresent());
    }
    house.clock.move(Duration.ofMinutes(30));
    assertTrue(sessions.find(cookie).isEmpty());
  }

  @Test
  void endsAfterTwelveHoursHoweverBusy() {
    String cookie = house.cookie(House.HOME);
    for (int i = 0; i < 12 * 4 - 1; i++) {
      house.clock.move(Duration.ofMinutes(15));
      assertTrue(sessions.find(cookie).isPresent());
    }
    house.clock.move(Duration.ofMinutes(15));
    assertTrue(sessions.find(cookie).isEmpty());
  }

  @Test
  void isReadByAnotherInstanceAndIsDeadThereSecondsAfterSignOut() {
    String cookie = house.cookie(House.HOME);
    Sessions elsewhere = house.another(house.passwords).sessions();
    assertEquals("admin", elsewhere.find(cookie).orElseThrow().account());
    sessions.end(cookie);
    assertTrue(sessions.find(cookie).isEmpty());
    house.clock.move(Duration.ofSeconds(5));
    assertTrue(elsewhere.find(cookie).isEmpty());
  }

  @Test
  void keepsOnlyTheHashOfTheCookie() {
    String cookie = house.cookie(House.HOME);
    List<String> stored =
        house.database.read(
            h ->
                h.createQuery("SELECT token_hash FROM account_session").mapTo(String.class).list());
    assertEquals(List.of(TokenText.sha256(cookie)), stored);
  }

  @Test
  void aCsrfTokenBelongsToOneSessionOnEveryInstance() {
    String mine = house.cookie(House.HOME);
    String other = house.cookie(House.HOME);
    Csrf csrf = house.access.csrf();
    String token = csrf.token(mine);
    assertTrue(house.another(house.passwords).csrf().matches(mine, token));
    assertFalse(csrf.matches(other, token));
    assertFalse(csrf.matches(mine, ""));
    assertFalse(csrf.matches(mine, token.substring(1)));
    assertFalse(csrf.matches(mine, mine));
    assertNotEquals(csrf.newCookie(), csrf.newCookie());
  }

  @Test
  void tellsWhoSentARequest() {
    String cookie = house.cookie(House.HOME);
    Access access = house.access;
    assertEquals(House.ADMIN, access.caller(Optional.of(cookie), Optional.empty()).orElseThrow());
    assertEquals(
        Caller.ANONYMOUS, access.caller(Optional.of("gone"), Optional.empty()).orElseThrow());
    assertEquals(
        Caller.BOOTSTRAP,
        access.caller(Optional.empty(), Optional.of(House.BOOTSTRAP)).orElseThrow());
    for (String wrong : List.of("", "x", House.BOOTSTRAP + "x", "prn_" + "a".repeat(43))) {
      assertEquals(Optional.empty(), access.caller(Optional.of(cookie), Optional.of(wrong)));
    }
  }
}
