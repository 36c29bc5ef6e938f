package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The same number as readers of several languages expect it. */
class NumeralsTest {
  private static final Numerals PLAIN = new Numerals(Locale.ROOT);
  private static final Numerals ENGLISH = new Numerals(Locale.ENGLISH);
  private static final Numerals GERMAN = new Numerals(Locale.GERMAN);

  @Test
  void theirMarksAreTheReaders() {
    assertEquals("84,211", ENGLISH.count(84_211));
    assertEquals("84.211", GERMAN.count(84_211));
    assertEquals("97.3 %", ENGLISH.percent(.973));
    assertEquals("97,3 %", GERMAN.percent(.973));
    assertEquals("< 0,1 %", GERMAN.percent(.0001));
    assertEquals("> 99,9 %", GERMAN.percent(.9999));
    assertEquals("0,959", GERMAN.score(.9591));
    assertEquals("+0,66", GERMAN.signed(.6612));
    assertEquals("−0.66", ENGLISH.signed(-.6612));
    assertEquals("٨٤٬٢١١", new Numerals(Locale.forLanguageTag("ar-EG")).count(84_211));
  }

  @Test
  void noDigitIsIdle() {
    assertEquals("0.5", ENGLISH.number(.5));
    assertEquals("0,25", GERMAN.number(.25));
    assertEquals("0.500", ENGLISH.digits(.5));
    assertEquals("100", ENGLISH.number(100));
    assertEquals("1,235", ENGLISH.number(1_234.6));
    assertEquals("1.2e-5", ENGLISH.number(1.2e-5));
    assertEquals("1,2e+9", GERMAN.number(1.2e9));
    assertEquals("0", ENGLISH.number(0));
    assertEquals("–", ENGLISH.number(Double.NaN));
    assertEquals("< 1e-12", ENGLISH.p(1e-20));
    assertEquals("18.2 kB", ENGLISH.bytes(18_212));
  }

  @Test
  void durationsHaveTheUnitThatTheyNeed() {
    assertEquals("0.42 ms", ENGLISH.millis(420_000));
    assertEquals("12,3 ms", GERMAN.millis(12_300_000));
    assertEquals("5.1 s", ENGLISH.millis(5_100_000_000L));
    Language english = Language.wanted("");
    assertEquals("11 days", english.span(Duration.ofDays(11)));
    assertEquals("3 h ago", english.ago(Duration.ofMinutes(185)));
    assertEquals("never", english.ago(Duration.ofDays(30_000)));
    assertEquals("2 min", english.span(Duration.ofSeconds(125)));
  }

  @Test
  void aDurationHasTheUnitThatItsSizeAsksFor() {
    assertEquals("0.42 ms", PLAIN.micros(420));
    assertEquals("42.0 ms", PLAIN.micros(42_000));
    assertEquals("999 ms", PLAIN.micros(999_400));
    assertEquals("1.0 s", PLAIN.micros(999_600));
    assertEquals("5.1 s", PLAIN.micros(5_056_000));
    assertEquals("120 s", PLAIN.micros(120_000_000));
  }
}
