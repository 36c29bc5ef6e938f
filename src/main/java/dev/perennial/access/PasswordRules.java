package dev.perennial.access;

import dev.perennial.words.Said;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a new password must be: 12 to 200 characters (code points after NFKC), not the account's
 * name, none of the commonest. Pure. Which kinds of characters it has is not asked, as NIST SP
 * 800-63B and OWASP advise.
 */
public final class PasswordRules {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 200;

  /** Common ones of twelve characters or more, reduced as {@link #reduce} does. */
  private static final Set<String> COMMON =
      Set.of(
          "1234567890",
          "123456789012",
          "1234567891011",
          "0123456789",
          "0123456789012",
          "123123123123",
          "121212121212",
          "112233445566",
          "987654321098",
          "9876543210",
          "password",
          "passwords",
          "passwordpassword",
          "password1password1",
          "mypassword",
          "qwertyuiop",
          "qwertyuiopasdfgh",
          "qwertyuiopas",
          "qwertyqwerty",
          "qwerty123456",
          "1q2w3e4r5t6y",
          "1qaz2wsx3edc",
          "1qazxsw23edc",
          "q1w2e3r4t5y6",
          "zaq12wsxcde3",
          "asdfghjkl",
          "asdfghjklasdf",
          "abcdefghijkl",
          "abcdefghijklm",
          "abcdefghijklmnop",
          "abc123abc123",
          "administrator",
          "adminadminadmin",
          "adminpassword",
          "administration",
          "changemechangeme",
          "changemenow",
          "letmeinletmein",
          "letmein",
          "welcomewelcome",
          "welcome",
          "iloveyou",
          "iloveyouiloveyou",
          "correcthorsebatterystaple",
          "perennial",
          "perennialperennial",
          "trustno1trustno1",
          "unbelievable",
          "princessprincess",
          "monkeymonkey",
          "dragondragon",
          "footballfootball",
          "qwerty",
          "admin",
          "changeme");

  private PasswordRules() {}

  /** What is wrong with this password for this account, said to its owner; empty if nothing is. */
  public static Optional<Said> fault(String account, String password) {
    int typed = password.codePointCount(0, password.length());
    String normal =
        typed > LONGEST ? password : Normalizer.normalize(password, Normalizer.Form.NFKC);
    int length = normal.codePointCount(0, normal.length());
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of(
          Said.of("said.password-length", (long) length, (long) SHORTEST, (long) LONGEST));
    }
    String plain = normal.toLowerCase(Locale.ROOT);
    if (isRepeated(account.toLowerCase(Locale.ROOT), plain)) {
      return Optional.of(Said.of("said.password-is-the-name"));
    }
    String reduced = reduce(plain);
    if (COMMON.contains(plain)
        || COMMON.contains(reduced)
        || plain.chars().distinct().count() < 4) {
      return Optional.of(Said.of("said.password-common"));
    }
    return Optional.empty();
  }

  private static boolean isRepeated(String part, String whole) {
    return !part.isEmpty() && whole.replace(part, "").isEmpty();
  }

  /** Without what people add at the end to satisfy a rule: "Password2026!" is "password". */
  private static String reduce(String plain) {
    String reduced = plain.replaceAll("[^\\p{L}\\p{N}]", "").replaceAll("\\d{1,4}$", "");
    return reduced.isEmpty() ? plain : reduced;
  }
}
