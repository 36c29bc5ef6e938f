package dev.perennial.monitor;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * A sentence that is not said yet: its key in the texts, and what it speaks of. A page says it in
 * the reader's language; documents, logs and messages say it in English. Immutable.
 *
 * @param key of the text; "" where the one value has been said already
 * @param values for its {0}, {1} …: names and other words as they stand, counts ({@code Long}),
 *     numbers ({@code Double}), {@link Share}s, and sentences
 */
public record Said(String key, List<Object> values) {
  /** No text: the one value is the sentence. */
  private static final String VERBATIM = "";

  /** The texts of all pages: a translation is one file. */
  private static final ResourceBundle ENGLISH =
      ResourceBundle.getBundle(
          "dev.perennial.web.texts",
          Locale.ROOT,
          Control.getNoFallbackControl(Control.FORMAT_DEFAULT));

  public Said {
    values = List.copyOf(values);
  }

  /** A share in [0, 1], told as a percentage. */
  public record Share(double of) {}

  /** How a language says what a sentence is made of. */
  public interface Tongue {
    /** The text of a key, in the form of {@link MessageFormat}. */
    String text(String key);

    String count(long count);

    String number(double number);

    String share(double share);
  }

  private static final Tongue IN_ENGLISH =
      new Tongue() {
        @Override
        public String text(String key) {
          return ENGLISH.getString(key);
        }

        @Override
        public String count(long count) {
          return Long.toString(count);
        }

        @Override
        public String number(double number) {
          return Words.number(number);
        }

        @Override
        public String share(double share) {
          return Words.percent(share);
        }
      };

  public static Said of(String key, Object... values) {
    return new Said(key, List.of(values));
  }

  /** What has been said already, in whatever language. */
  public static Said verbatim(String sentence) {
    return of(VERBATIM, sentence);
  }

  /** One after the other, parted by semicolons; nothing of none. */
  public static Said all(List<Said> sentences) {
    return sentences.stream().reduce((a, b) -> of("said.and-then", a, b)).orElse(verbatim(""));
  }

  /** In a language. */
  public String in(Tongue tongue) {
    List<String> said = new ArrayList<>();
    for (Object value : values) {
      said.add(said(value, tongue));
    }
    return key.equals(VERBATIM)
        ? said.get(0)
        : new MessageFormat(tongue.text(key), Locale.ROOT).format(said.toArray());
  }

  private static String said(Object value, Tongue tongue) {
    if (value instanceof Said sentence) {
      return sentence.in(tongue);
    }
    if (value instanceof Share share) {
      return tongue.share(share.of());
    }
    if (value instanceof Double number) {
      return tongue.number(number);
    }
    return value instanceof Long count ? tongue.count(count) : value.toString();
  }

  /** In English. */
  public String english() {
    return in(IN_ENGLISH);
  }

  @Override
  public String toString() {
    return english();
  }
}
