package dev.perennial.monitor;

/**
 * What was stated beside what happened, of the answers whose probability lies in one bin.
 *
 * @param from least probability of the bin, in [0, 1)
 * @param to the next bin's least, 1 for the last
 * @param rows labelled answers, at least 1
 * @param stated mean probability of the classes that were given
 * @param right share of them that were right
 * @param interval Wilson's 95 % interval of {@code right}
 */
public record CalibrationBin(
    double from, double to, long rows, double stated, double right, Interval interval) {}
