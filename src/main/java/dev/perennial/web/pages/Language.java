package dev.perennial.web.pages;

import dev.perennial.words.Said;
import dev.perennial.words.Said.Tongue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.jsp.jstl.core.Config;
import jakarta.servlet.jsp.jstl.fmt.LocalizationContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;

/**
 * What a page is written in: the texts in the first language of the reader's that there are texts
 * in, and the format of numbers in the first language that the reader names. English for both where
 * nothing is named; the machine's own language never matters. Immutable.
 *
 * <p>A language is the file {@code dev/perennial/web/texts_XX.properties}, where XX is its code of
 * two letters; what it leaves out stays English.
 */
public final class Language {
  private static final String ATTRIBUTE = "lang";
  private static final String TEXTS = "dev.perennial.web.texts";
  private static final Control EXACT = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);

  private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(TEXTS, Locale.ROOT, EXACT);

  /** By code. Found out once: what a browser sends must not search for files. */
  private static final Map<String, ResourceBundle> KNOWN = known();

  private final Locale locale;
  private final Numerals numbers;
  private final ResourceBundle texts;
  private final Tongue tongue;

  private Language(String code, Locale format, ResourceBundle texts) {
    this.locale = Locale.forLanguageTag(code);
    this.numbers = new Numerals(format);
    this.texts = texts;
    this.tongue = new Spoken(texts, numbers);
  }

  private record Spoken(ResourceBundle texts, Numerals numbers) implements Tongue {
    @Override
    public String text(String key) {
      return texts.getString(key);
    }

    @Override
    public String count(long count) {
      return numbers.count(count);
    }

    @Override
    public String number(double number) {
      return numbers.number(number);
    }

    @Override
    public String share(double share) {
      return numbers.share(share);
    }

    @Override
    public String change(double change, int places) {
      return numbers.change(change, places);
    }
  }

  private static Map<String, ResourceBundle> known() {
    Map<String, ResourceBundle> known = new TreeMap<>();
    known.put("en", ENGLISH);
    for (String code : Locale.getISOLanguages()) {
      ResourceBundle found = ResourceBundle.getBundle(TEXTS, Locale.forLanguageTag(code), EXACT);
      if (!found.getLocale().equals(Locale.ROOT)) {
        known.put(code, found);
      }
    }
    return known;
  }

  /** Of the one who asks; found under "lang" by the page, and by the tags of JSTL. */
  static Language of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Language known) {
      return known;
    }
    Language found = wanted(Optional.ofNullable(request.getHeader("Accept-Language")).orElse(""));
    request.setAttribute(ATTRIBUTE, found);
    Config.set(
        request,
        Config.FMT_LOCALIZATION_CONTEXT,
        new LocalizationContext(found.texts, found.locale));
    return found;
  }

  /** The same, and says so to the reader's program. */
  static Language use(HttpServletRequest request, HttpServletResponse response) {
    Language used = of(request);
    response.setHeader("Content-Language", used.tag());
    return used;
  }

  /** The best one for a header such as "de-CH, fr;q=0.8"; English for one that makes no sense. */
  static Language wanted(String header) {
    List<LanguageRange> ranges = ranges(header);
    Locale format =
        ranges.stream()
            .map(range -> Locale.forLanguageTag(range.getRange()))
            .filter(locale -> !locale.getLanguage().isEmpty())
            .findFirst()
            .orElse(Locale.ENGLISH);
    String code =
        ranges.stream()
            .map(range -> range.getRange().split("-", 2)[0])
            .filter(KNOWN::containsKey)
            .findFirst()
            .orElse("en");
    return new Language(code, format, KNOWN.getOrDefault(code, ENGLISH));
  }

  private static List<LanguageRange> ranges(String header) {
    try {
      return LanguageRange.parse(header).stream().filter(r -> r.getWeight() > 0).toList();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  /** For {@code <html lang>}, such as "en". */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** How numbers are written. */
  Numerals numbers() {
    return numbers;
  }

  /** A time span in its largest unit, such as "11 days"; what is absurdly long never was. */
  String span(Duration span) {
    if (isNever(span)) {
      return say("span.never");
    }
    return span.toDays() >= 2
        ? say("span.days", numbers.count(span.toDays()))
        : span.toHours() >= 2
            ? say("span.hours", span.toHours())
            : span.toMinutes() >= 2
                ? say("span.minutes", span.toMinutes())
                : say("span.seconds", span.toSeconds());
  }

  /** Such as "11 days ago", or "never". */
  String ago(Duration span) {
    return isNever(span) ? span(span) : say("span.ago", span(span));
  }

  /** Whether it is absurdly long, which stands for what never was. */
  static boolean isNever(Duration span) {
    return span.toDays() > 20_000 || span.isNegative();
  }

  /** What the monitor says. It is not escaped either. */
  String said(Said said) {
    return said.in(tongue);
  }

  /**
   * A text, which may hold no markup. It is not escaped: this is for what a tag escapes.
   *
   * @param values for its {0}, {1} …, as they are to be read; a sentence is said in this language
   */
  public String say(String key, Object... values) {
    return said(Said.of(key, Arrays.stream(values).map(Language::read).toArray()));
  }

  private static Object read(Object value) {
    return value instanceof Said ? value : String.valueOf(value);
  }
}
