package dev.perennial.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sentence that is not said yet: its key in the texts, and what it speaks of. A page says it in
 * the reader's language; documents, logs and messages say it in English. Immutable.
 *
 * @param key of the text; "" where the one value has been said already
 * @param values for its {0}, {1} …: names and other words as they stand, counts ({@code Long}),
 *     numbers ({@code Double}), {@link Share}s, {@link Change}s, and sentences. Nothing else.
 */
public record Said(String key, List<Object> values) {
  /** No text: the one value is the sentence. */
  static final String VERBATIM = "";

  public Said {
    values = List.copyOf(values);
  }

  /** A share in [0, 1], told as a percentage. */
  public record Share(double of) {}

  /**
   * A difference, told with its sign.
   *
   * @param places digits after the point
   */
  public record Change(double of, int places) {}

  /** How a language says what a sentence is made of. */
  public interface Tongue {
    /** The text of a key, with {0}, {1} … where the values are said. */
    String text(String key);

    String count(long count);

    String number(double number);

    String share(double share);

    /** Always with its sign. */
    String change(double change, int places);
  }

  public static Said of(String key, Object... values) {
    return new Said(key, List.of(values));
  }

  /** What has been said already, in whatever language. */
  public static Said verbatim(String sentence) {
    return of(VERBATIM, sentence);
  }

  /**
   * In the place of what a sentence is about, where that is known to others: see {@link #about}.
   */
  public static final Said SUBJECT = verbatim("");

  /** The same of this subject, a name or a sentence, for each {@link #SUBJECT}. */
  public Said about(Object subject) {
    return new Said(key, values.stream().map(value -> about(value, subject)).toList());
  }

  private static Object about(Object value, Object subject) {
    return value.equals(SUBJECT)
        ? subject
        : value instanceof Said sentence ? sentence.about(subject) : value;
  }

  /** A p-value; below 1e-12 only that it is below. */
  public static Said p(double p) {
    return p < 1e-12 ? of("said.p-below", 1e-12) : of("said.p", p);
  }

  /** What {@link #stored} gave; anything else is a sentence as it stands. */
  public static Said read(String stored) {
    return SaidText.read(stored).orElseGet(() -> verbatim(stored));
  }

  /**
   * What {@link #stored} gave.
   *
   * @param stored nothing where the sentence is from before there were keys
   * @param english how it was said then, which stays where its text is gone
   */
  public static Said read(Optional<String> stored, String english) {
    return stored.flatMap(SaidText::read).orElseGet(() -> verbatim(english));
  }

  /** To be kept, so that it can be said in any language later. */
  public String stored() {
    return SaidText.write(this);
  }

  /** One after the other, parted by semicolons; nothing of none. */
  public static Said all(List<Said> sentences) {
    return joined("said.and-then", sentences);
  }

  /** Names, parted by commas. */
  public static Said list(List<Said> names) {
    return joined("said.list", names);
  }

  /** The first of these names, at most so many, and how many more there are. */
  public static Said names(List<Said> names, int most) {
    Said first = list(names.subList(0, Math.min(most, names.size())));
    return names.size() > most ? of("said.and-more", first, (long) names.size() - most) : first;
  }

  /** Such as "1 day" or "3 days". */
  public static Said days(long days) {
    return of(days == 1 ? "said.one-day" : "said.days", days);
  }

  private static Said joined(String key, List<Said> parts) {
    return parts.stream().reduce((a, b) -> of(key, a, b)).orElse(verbatim(""));
  }

  /** In a language. */
  public String in(Tongue tongue) {
    List<String> said = new ArrayList<>();
    for (Object value : values) {
      said.add(said(value, tongue));
    }
    return key.equals(VERBATIM) ? said.get(0) : filled(tongue.text(key), said);
  }

  /** As MessageFormat would, of values that are texts already; a tenth of the time. */
  private static String filled(String text, List<String> values) {
    StringBuilder filled = new StringBuilder(text.length() + 64);
    int from = 0;
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      int which = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 10) : -1;
      if (which >= 0 && which < values.size() && text.charAt(at + 2) == '}') {
        filled.append(text, from, at).append(values.get(which));
        from = at + 3;
      }
    }
    return filled.append(text, from, text.length()).toString();
  }

  private static String said(Object value, Tongue tongue) {
    if (value instanceof Said sentence) {
      return sentence.in(tongue);
    }
    if (value instanceof Share share) {
      return tongue.share(share.of());
    }
    if (value instanceof Change change) {
      return tongue.change(change.of(), change.places());
    }
    if (value instanceof Double number) {
      return tongue.number(number);
    }
    return value instanceof Long count ? tongue.count(count) : value.toString();
  }

  /** In English. */
  public String english() {
    return in(English.TONGUE);
  }

  @Override
  public String toString() {
    return english();
  }
}
