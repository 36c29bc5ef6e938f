package dev.perennial.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
  @TempDir Path folder;
  private House house;

  @BeforeEach
  void open() {
    house = new House(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private long hashesOf(String name) {
    long before = house.passwords.computed();
    house.signIn(name, "not the password", House.AWAY);
    return house.passwords.computed() - before;
  }

  @Test
  void opensASessionForTheRightPasswordAndAnyCaseOfTheName() {
    assertInstanceOf(SignIn.Opened.class, house.signIn(" Admin ", House.PASSWORD, House.HOME));
  }

  @Test
  void saysTheSameAndWorksTheSameForAWrongPasswordAndAnUnknownName() {
    assertEquals(
        house.signIn("admin", "not the password", House.AWAY),
        house.signIn("nobody", "not the password", House.HOME));
    assertEquals(1, hashesOf("admin"));
    house.clock.move(Duration.ofHours(1));
    assertEquals(1, hashesOf("nobody"));
  }

  @Test
  void aThousandWrongPasswordsAreSlowedDownAndLeaveTheAdministratorAWayIn() {
    int wrong = 0;
    long longest = 0;
    Duration spent = Duration.ZERO;
    while (wrong < 1_000) {
      SignIn.Outcome outcome = house.signIn("admin", "guess number " + wrong, House.AWAY);
      if (outcome instanceof SignIn.Wait wait) {
        assertTrue(wait.seconds() >= longest || wait.seconds() == 900, "waits shrink: " + wait);
        longest = wait.seconds();
        house.clock.move(Duration.ofSeconds(wait.seconds()));
        spent = spent.plusSeconds(wait.seconds());
      } else {
        assertEquals(new SignIn.Wrong(), outcome);
        wrong++;
      }
    }
    assertEquals(900, longest);
    assertTrue(spent.toDays() >= 10, "a thousand guesses took only " + spent);
    SignIn.Outcome first = house.signIn("admin", House.PASSWORD, House.HOME);
    if (first instanceof SignIn.Wait wait) {
      assertTrue(wait.seconds() <= 30, "the administrator waits " + wait);
      house.clock.move(Duration.ofSeconds(wait.seconds()));
    }
    assertInstanceOf(
        SignIn.Opened.class, house.signIn("admin", House.PASSWORD, House.HOME), first.toString());
  }

  @Test
  void aThousandGuessesAtOnceAreMostlyNotLookedAt() {
    int looked = 0;
    for (int i = 0; i < 1_000; i++) {
      if (!(house.signIn("admin", "guess number " + i, House.AWAY) instanceof SignIn.Wait)) {
        looked++;
      }
    }
    assertEquals(BackOff.CLIENT_FREE + 1, looked);
    assertInstanceOf(SignIn.Wait.class, house.signIn("admin", House.PASSWORD, House.AWAY));
  }

  @Test
  void guessesFromManyThreadsOnTwoInstancesGainNothing() throws Exception {
    List<SignIn> instances =
        List.of(house.access.signIn(), house.another(house.passwords).signIn());
    List<Callable<SignIn.Outcome>> guesses = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String guess = "guess number " + i;
      SignIn signIn = instances.get(i % 2);
      guesses.add(() -> signIn.signIn("admin", guess, House.AWAY, Optional.empty()));
    }
    long before = house.passwords.computed();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<SignIn.Outcome> outcome : threads.invokeAll(guesses)) {
        assertNotNull(outcome.get());
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(BackOff.CLIENT_FREE + 1, house.passwords.computed() - before);
  }

  @Test
  void manyAddressesTogetherAreHeldByTheAccountsOwnWaitButNotAFamiliarClient() {
    house.cookie(House.HOME);
    int looked = 0;
    for (int i = 0; i < 200; i++) {
      Client bot = new Client("203.0.113." + i, true);
      if (!(house.signIn("admin", "guess number " + i, bot) instanceof SignIn.Wait)) {
        looked++;
      }
    }
    assertEquals(BackOff.ACCOUNT_FREE + 1, looked);
    assertInstanceOf(SignIn.Wait.class, house.signIn("admin", House.PASSWORD, House.AWAY));
    assertInstanceOf(SignIn.Opened.class, house.signIn("admin", House.PASSWORD, House.HOME));
  }

  @Test
  void anotherInstanceGoesOnWithTheSameWait() {
    for (int i = 0; i < 5; i++) {
      house.signIn("admin", "guess number " + i, House.AWAY);
    }
    SignIn restarted = house.another(house.passwords).signIn();
    assertInstanceOf(
        SignIn.Wait.class, restarted.signIn("admin", House.PASSWORD, House.AWAY, Optional.empty()));
  }

  @Test
  void failuresAreForgottenAfterTwelveQuietHours() {
    for (int i = 0; i < 5; i++) {
      house.signIn("admin", "guess number " + i, House.AWAY);
    }
    house.clock.move(Duration.ofHours(13));
    assertInstanceOf(SignIn.Wrong.class, house.signIn("admin", "one more guess", House.AWAY));
    assertInstanceOf(SignIn.Opened.class, house.signIn("admin", House.PASSWORD, House.AWAY));
  }

  @Test
  void signingInGivesANewIdAndEndsTheOneThatCameWithIt() {
    String before = house.cookie(House.HOME);
    SignIn.Outcome again =
        house.access.signIn().signIn("admin", House.PASSWORD, House.HOME, Optional.of(before));
    String after = assertInstanceOf(SignIn.Opened.class, again).token();
    assertNotEquals(before, after);
    assertTrue(house.access.sessions().find(before).isEmpty());
    assertTrue(house.access.sessions().find(after).isPresent());
  }

  @Test
  void anOutdatedHashIsReplacedAtSignIn() {
    Passwords stronger = new Passwords(house.random, 96, 2);
    Access tomorrow = house.another(stronger);
    assertTrue(stronger.isOutdated(tomorrow.accounts().passwordHash("admin").orElseThrow()));
    tomorrow.signIn().signIn("admin", House.PASSWORD, House.HOME, Optional.empty());
    String now = tomorrow.accounts().passwordHash("admin").orElseThrow();
    assertTrue(!stronger.isOutdated(now) && stronger.matches(House.PASSWORD, Optional.of(now)));
  }

  @Test
  void changingThePasswordNeedsTheOldOneAndEndsTheOtherSessions() {
    String other = house.cookie(House.AWAY);
    SignIn signIn = house.access.signIn();
    String fresh = "two horses and no stairs";
    assertInstanceOf(
        SignIn.Wrong.class, signIn.changePassword(House.ADMIN, "guess", fresh, House.HOME));
    assertTrue(house.access.sessions().find(other).isPresent());
    SignIn.Outcome outcome = signIn.changePassword(House.ADMIN, House.PASSWORD, fresh, House.HOME);
    assertTrue(house.access.sessions().find(other).isEmpty());
    String mine = assertInstanceOf(SignIn.Opened.class, outcome).token();
    assertTrue(house.access.sessions().find(mine).isPresent());
    assertInstanceOf(SignIn.Wrong.class, house.signIn("admin", House.PASSWORD, House.HOME));
    assertInstanceOf(SignIn.Opened.class, house.signIn("admin", fresh, House.HOME));
  }

  @Test
  void anOverlongPasswordIsAWrongOne() {
    assertEquals(new SignIn.Wrong(), house.signIn("admin", "x".repeat(100_000), House.HOME));
  }
}
