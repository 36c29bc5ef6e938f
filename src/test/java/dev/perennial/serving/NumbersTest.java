package dev.perennial.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What counts as a number is told by a scan; the grammar it follows stands here. */
class NumbersTest {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final String LETTERS = "0123456789+-..eE E,xN\u0665";

  @Test
  void theScanSaysWhatTheGrammarSays() {
    Random random = new Random(7);
    int numbers = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(9); n > 0; n--) {
        text.append(LETTERS.charAt(random.nextInt(i % 2 == 0 ? 16 : LETTERS.length())));
      }
      boolean expected = NUMBER.matcher(text).matches();
      numbers += expected ? 1 : 0;
      assertEquals(expected, Numbers.isNumber(text.toString()), text.toString());
    }
    assertTrue(numbers > 10_000, "too few numbers to be true: " + numbers);
  }

  @Test
  void aTextLongerThanAnyNumberIsNone() {
    assertTrue(Numbers.isNumber("1".repeat(400)));
    assertEquals(false, Numbers.isNumber("1".repeat(401)));
  }
}
