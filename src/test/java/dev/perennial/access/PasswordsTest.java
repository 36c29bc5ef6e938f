package dev.perennial.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords(new SecureRandom(), 64, 1);

  @Test
  void agreesWithTheReferenceImplementationOfArgon2id() {
    // From the test vectors of the reference implementation (P-H-C/phc-winner-argon2, test.c).
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertTrue(passwords.matches("password", Optional.of(reference)));
    assertFalse(passwords.matches("Password", Optional.of(reference)));
  }

  @Test
  void hashesOfOnePasswordDifferAndBothMatch() {
    String first = passwords.hash("a horse under the stairs");
    String second = passwords.hash("a horse under the stairs");
    assertNotEquals(first, second);
    assertTrue(passwords.matches("a horse under the stairs", Optional.of(first)));
    assertTrue(passwords.matches("a horse under the stairs", Optional.of(second)));
    assertFalse(passwords.matches("a horse under the stair", Optional.of(first)));
  }

  @Test
  void anUnknownNameCostsTheSameWorkAsAWrongPassword() {
    String stored = passwords.hash("a horse under the stairs");
    long before = passwords.computed();
    assertFalse(passwords.matches("wrong", Optional.of(stored)));
    long wrong = passwords.computed() - before;
    assertFalse(passwords.matches("wrong", Optional.empty()));
    assertEquals(wrong, passwords.computed() - before - wrong);
    assertEquals(1, wrong);
  }

  @Test
  void aHashOfOtherParametersIsOutdatedButStillMatches() {
    String old = new Passwords(new SecureRandom(), 32, 1).hash("a horse under the stairs");
    assertTrue(passwords.isOutdated(old));
    assertFalse(passwords.isOutdated(passwords.hash("x")));
    assertTrue(passwords.matches("a horse under the stairs", Optional.of(old)));
  }

  @Test
  void theSamePasswordInOtherCodePointsMatches() {
    String composed = passwords.hash("Stra\u00dfe nach \u00c5rhus");
    assertTrue(passwords.matches("Stra\u00dfe nach A\u030arhus", Optional.of(composed)));
  }
}
