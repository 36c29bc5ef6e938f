package dev.perennial.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perennial.log.Entry.Answered;
import dev.perennial.log.Entry.Failed;
import dev.perennial.log.Entry.Label;
import dev.perennial.log.Entry.Request;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntryCodecTest {
  private static final double[] SPECIAL = {
    Double.NaN, -1, 0.0, -0.0, 5.1, 1e-300, Double.MAX_VALUE, Double.MIN_VALUE, 1.7e12, 0.1 + 0.2
  };
  private static final List<String> TEXTS =
      List.of("", "setosa", "Größe 花 \uD83C\uDF38", "\0\n\"\\", "x".repeat(70_000));

  private final Random random = new Random(2);

  private static Entry again(Entry entry) {
    ByteWriter bytes = new ByteWriter();
    EntryCodec.write(entry, bytes);
    return EntryCodec.read(new ByteReader(bytes.bytes(), 0, bytes.length()));
  }

  private double number() {
    return random.nextBoolean() ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextGaussian();
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private Row row(int size) {
    double[] values = IntStream.range(0, size).mapToDouble(i -> number()).toArray();
    if (random.nextBoolean()) {
      return Row.of(values);
    }
    return Row.of(values, IntStream.range(0, size).mapToObj(i -> text()).toArray(String[]::new));
  }

  private Prediction prediction() {
    int classes = random.nextInt(5);
    return classes == 0
        ? Prediction.ofNumber(number())
        : Prediction.ofClass(random.doubles(classes).toArray());
  }

  private Entry entry(int size) {
    long id = random.nextLong() >>> 1;
    return switch (random.nextInt(4)) {
      case 0 -> new Request(id, text(), "GET", text(), random.nextInt(600), random.nextInt());
      case 1 -> new Failed(id, random.nextLong(), text(), text(), text());
      case 2 ->
          new Label(
              id,
              random.nextLong(),
              text(),
              random.nextLong(),
              LabelSource.of(1 + random.nextInt(4)),
              text());
      default ->
          new Answered(
              id,
              random.nextLong(),
              random.nextInt(),
              Source.of(1 + random.nextInt(6)),
              row(size),
              prediction(),
              random.nextInt(),
              random.nextInt(),
              random.nextBoolean() ? List.of() : List.of(text(), text()));
    };
  }

  @Test
  void readsBackEveryEntryThatItWrote() {
    for (int i = 0; i < 2_000; i++) {
      Entry entry = entry(random.nextInt(6));
      assertEquals(entry, again(entry));
    }
    for (int i = 0; i < 20; i++) {
      Entry entry = entry(1_000);
      assertEquals(entry, again(entry));
    }
  }

  @Test
  void anUnknownTypeIsAnErrorThatNamesIt() {
    byte[] bytes = new byte[9];
    bytes[0] = 99;
    IllegalArgumentException unknown =
        assertThrows(
            IllegalArgumentException.class, () -> EntryCodec.read(new ByteReader(bytes, 0, 9)));
    assertEquals("an entry of unknown type 99", unknown.getMessage());
  }

  @Test
  void anyOtherBytesAreAnEntryOrAnArgumentError() {
    for (int i = 0; i < 200_000; i++) {
      ByteWriter bytes = new ByteWriter();
      EntryCodec.write(Sample.answered(i), bytes);
      byte[] changed = Arrays.copyOf(bytes.bytes(), bytes.length() - random.nextInt(3));
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      try {
        EntryCodec.read(new ByteReader(changed, 0, changed.length));
      } catch (IllegalArgumentException e) {
        assertEquals(IllegalArgumentException.class, e.getClass());
      }
    }
  }
}
