package dev.perennial.app;

import dev.perennial.access.Cidr;
import dev.perennial.access.PasswordRules;
import dev.perennial.access.Proxies;
import dev.perennial.training.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a setting accepts, as its "#:" line in the defaults says. */
sealed interface Rule {
  Pattern AMOUNT = Pattern.compile("(duration|size|integer) (\\w+)\\.\\.(\\w+)( or 0)?");
  Pattern CHARACTERS = Pattern.compile("(text|secret) (\\d+)\\.\\.(\\d+)(, may be empty)?");

  /** The value in its own type; empty if it is not accepted. */
  Optional<Object> read(String text);

  /** What is accepted, in words that end a sentence. */
  String accepted();

  /** True if the value must not be shown to anybody. */
  default boolean isSecret() {
    return false;
  }

  /** A number between two bounds, both included, in the measure's smallest unit. */
  record Amount(Measure measure, long low, long high, boolean orZero, String accepted)
      implements Rule {
    @Override
    public Optional<Object> read(String text) {
      return measure
          .read(text)
          .filter(n -> (n >= low && n <= high) || (orZero && n == 0))
          .map(n -> n);
    }
  }

  /**
   * Characters, counted. A secret is printable ASCII without blanks, so that a header can hold it.
   */
  record Characters(boolean isSecret, int low, int high, boolean orNone, String accepted)
      implements Rule {
    @Override
    public Optional<Object> read(String text) {
      boolean longEnough = text.length() >= low || (orNone && text.isEmpty());
      boolean legible =
          text.chars().allMatch(c -> isSecret ? c > ' ' && c < 127 : !Character.isISOControl(c));
      return longEnough && text.length() <= high && legible ? Optional.of(text) : Optional.empty();
    }
  }

  /**
   * A password for this account, as its owner could choose it; blanks inside it count. The bounds
   * are {@link PasswordRules}'.
   */
  record Password(String account) implements Rule {
    @Override
    public Optional<Object> read(String text) {
      boolean fits = text.isEmpty() || PasswordRules.fault(account, text).isEmpty();
      return fits && text.chars().noneMatch(Character::isISOControl)
          ? Optional.of(text)
          : Optional.empty();
    }

    @Override
    public String accepted() {
      return "a password of %d to %d characters that is neither the account's name nor among the commonest, or nothing"
          .formatted(PasswordRules.SHORTEST, PasswordRules.LONGEST);
    }

    @Override
    public boolean isSecret() {
      return true;
    }
  }

  /** Ranges of IP addresses, separated by commas; read as the proxies that are trusted. */
  record Ranges() implements Rule {
    @Override
    public Optional<Object> read(String text) {
      List<Cidr> ranges = new ArrayList<>();
      for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
        Optional<Cidr> range = Cidr.parse(part.strip());
        if (range.isEmpty()) {
          return Optional.empty();
        }
        ranges.add(range.get());
      }
      return Optional.of(new Proxies(ranges));
    }

    @Override
    public String accepted() {
      return "IP addresses or ranges such as 10.0.0.0/8 or fd00::/8, separated by commas, or nothing";
    }
  }

  /** Five fields as in a crontab. */
  record Crontab() implements Rule {
    @Override
    public Optional<Object> read(String text) {
      return Timetable.of(text).map(Timetable::toString);
    }

    @Override
    public String accepted() {
      return "five fields as in a crontab, such as \"30 2 * * SUN\"";
    }
  }

  /** One of a few words. */
  record Choice(List<String> words) implements Rule {
    @Override
    public Optional<Object> read(String text) {
      return words.contains(text) ? Optional.of(text) : Optional.empty();
    }

    @Override
    public String accepted() {
      return "one of " + String.join(", ", words);
    }
  }

  /**
   * Reads the part after "#:".
   *
   * @throws IllegalStateException if the line is no rule, which only an edit of the defaults can do
   */
  static Rule of(String line) {
    Matcher amount = AMOUNT.matcher(line);
    if (amount.matches()) {
      return amount(amount);
    }
    Matcher characters = CHARACTERS.matcher(line);
    if (characters.matches()) {
      return characters(characters);
    }
    if (line.equals("boolean")) {
      return new Choice(List.of("true", "false"));
    }
    if (line.startsWith("password of ")) {
      return new Password(line.substring("password of ".length()));
    }
    if (line.equals("address ranges")) {
      return new Ranges();
    }
    if (line.equals("crontab")) {
      return new Crontab();
    }
    if (line.startsWith("one of ")) {
      return new Choice(List.of(line.substring("one of ".length()).split(", ")));
    }
    throw new IllegalStateException("not a rule for a setting: " + line);
  }

  private static Rule amount(Matcher line) {
    Measure measure = Measure.valueOf(line.group(1).toUpperCase(Locale.ROOT));
    boolean orZero = line.group(4) != null;
    String accepted =
        "%s from %s to %s%s"
            .formatted(measure.inWords(), line.group(2), line.group(3), orZero ? ", or 0" : "");
    return new Amount(
        measure,
        measure.read(line.group(2)).orElseThrow(),
        measure.read(line.group(3)).orElseThrow(),
        orZero,
        accepted);
  }

  private static Rule characters(Matcher line) {
    boolean secret = line.group(1).equals("secret");
    boolean orNone = line.group(4) != null;
    String accepted =
        "%s to %s %s%s"
            .formatted(
                line.group(2),
                line.group(3),
                secret ? "printable characters without blanks" : "characters",
                orNone ? ", or nothing" : "");
    return new Characters(
        secret, Integer.parseInt(line.group(2)), Integer.parseInt(line.group(3)), orNone, accepted);
  }
}
