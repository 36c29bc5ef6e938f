package dev.perennial.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdTextTest {
  private final IdText text = new IdText("0123456789abcdef0123456789abcdef".getBytes(UTF_8));

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  @Test
  void readsBackWhatItPrinted() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long id = random.nextLong() >>> (1 + random.nextInt(62));
      String printed = text.print(id);
      assertEquals(IdText.LENGTH, printed.length());
      assertEquals(OptionalLong.of(id), text.parse(printed));
      assertEquals(OptionalLong.of(id), text.parse(printed.toUpperCase(Locale.ROOT)));
    }
    assertEquals(OptionalLong.of(Long.MAX_VALUE), text.parse(text.print(Long.MAX_VALUE)));
  }

  @Test
  void refusesEveryTextThatDiffersInOneCharacter() {
    String printed = text.print(123_456_789_012_345L);
    for (int i = 0; i < printed.length(); i++) {
      for (char c = ' '; c < 300; c++) {
        String other = printed.substring(0, i) + c + printed.substring(i + 1);
        if (!other.equalsIgnoreCase(printed)) {
          assertTrue(text.parse(other).isEmpty(), other);
        }
      }
    }
  }

  @Test
  void refusesOtherKeysAndOtherLengths() {
    String printed = text.print(42);
    assertTrue(new IdText(new byte[32]).parse(printed).isEmpty());
    assertTrue(text.parse("").isEmpty());
    assertTrue(text.parse(printed + "0").isEmpty());
    assertTrue(text.parse(" " + printed.substring(1)).isEmpty());
    assertTrue(text.parse("zzzzzzzzzzzzz00000000").isEmpty());
  }

  @Test
  void lettersThatLookLikeDigitsAreNotForgiven() {
    String printed = text.print(0);
    assertTrue(printed.startsWith("0000000000000"), printed);
    assertTrue(text.parse("o" + printed.substring(1)).isEmpty());
    assertTrue(text.parse("\u212a" + printed.substring(1)).isEmpty());
  }
}
