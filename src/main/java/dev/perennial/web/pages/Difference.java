package dev.perennial.web.pages;

import dev.perennial.model.Verdict;

/** A difference with its 95 % interval, in words. Stateless. */
final class Difference {
  private Difference() {}

  /** Of shares, such as "+24.4 points, 95 % +20.1 … +28.9". */
  static String points(double difference, double low, double high, Language in) {
    return in.say(
        "difference.points",
        in.numbers().points(difference),
        in.numbers().points(low),
        in.numbers().points(high));
  }

  /** Of other figures, such as "+0.12, 95 % −0.01 … +0.25". */
  static String plain(double difference, double low, double high, Language in) {
    return in.say(
        "difference.plain",
        signed(difference, in.numbers()),
        signed(low, in.numbers()),
        signed(high, in.numbers()));
  }

  /** What a candidate gains in accuracy. */
  static String gain(Verdict.Gain gain, Language in) {
    return points(gain.accuracy(), gain.low(), gain.high(), in);
  }

  private static String signed(double value, Numerals numbers) {
    return ((value < 0 ? "" : "+") + numbers.digits(value)).replace('-', '−');
  }
}
