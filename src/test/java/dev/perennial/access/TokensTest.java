package dev.perennial.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  @TempDir Path folder;
  private House house;
  private Tokens tokens;

  @BeforeEach
  void open() {
    house = new House(folder);
    tokens = house.access.tokens();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String create(String name, Optional<Instant> expires) {
    return tokens.create(House.ADMIN, name, Role.READER, expires, House.HOME);
  }

  @Test
  void opensWithItsRoleUntilItIsRevoked() {
    String text = create("ci", Optional.empty());
    assertTrue(text.matches("prn_[0-9A-Za-z]{43}"), text);
    assertEquals(Role.READER, tokens.find(text).orElseThrow().role());
    Tokens elsewhere = house.another(house.passwords).tokens();
    assertTrue(elsewhere.find(text).isPresent());
    tokens.revoke(House.ADMIN, tokens.list().get(0).id(), House.HOME);
    assertTrue(tokens.find(text).isEmpty());
    house.clock.move(Duration.ofSeconds(5));
    assertTrue(elsewhere.find(text).isEmpty());
  }

  @Test
  void isStoredHashedAndFoundOnlyWhole() {
    String text = create("ci", Optional.empty());
    String stored =
        house.database.read(
            h -> h.createQuery("SELECT token_hash FROM api_token").mapTo(String.class).one());
    assertEquals(TokenText.sha256(text), stored);
    char last = text.charAt(text.length() - 1) == 'a' ? 'b' : 'a';
    assertTrue(tokens.find(text.substring(0, text.length() - 1) + last).isEmpty());
    assertTrue(tokens.find(stored).isEmpty());
  }

  @Test
  void expires() {
    Instant end = house.clock.instant().plusSeconds(60);
    String text = create("short", Optional.of(end));
    assertTrue(tokens.find(text).isPresent());
    house.clock.move(Duration.ofSeconds(60));
    assertTrue(tokens.find(text).isEmpty());
    assertThrows(Refusal.class, () -> create("past", Optional.of(end)));
  }

  @Test
  void notesItsUseOnceAMinute() {
    String text = create("ci", Optional.empty());
    assertEquals(Optional.empty(), tokens.list().get(0).used());
    Instant first = house.clock.instant();
    tokens.find(text);
    house.clock.move(Duration.ofSeconds(59));
    tokens.find(text);
    assertEquals(Optional.of(first), tokens.list().get(0).used());
    house.clock.move(Duration.ofSeconds(1));
    tokens.find(text);
    assertEquals(Optional.of(first.plusSeconds(60)), tokens.list().get(0).used());
  }

  @Test
  void aNameIsNeverUsedTwice() {
    create("ci", Optional.empty());
    tokens.revoke(House.ADMIN, tokens.list().get(0).id(), House.HOME);
    assertThrows(Refusal.class, () -> create("ci", Optional.empty()));
    assertThrows(Refusal.class, () -> create("<b>ci</b>", Optional.empty()));
  }

  @Test
  void onlyAnAdministratorMakesThem() {
    Caller reader = new Caller("ada", Optional.of(Role.READER), Caller.How.SESSION);
    assertThrows(
        Refusal.class,
        () -> tokens.create(reader, "x", Role.ADMINISTRATOR, Optional.empty(), House.HOME));
    assertFalse(tokens.list().stream().anyMatch(t -> t.name().equals("x")));
  }
}
