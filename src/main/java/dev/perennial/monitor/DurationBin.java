package dev.perennial.monitor;

/**
 * How many durations lie in a bin; both ends in the histogram's unit.
 *
 * @param from exclusive, but for the first bin of a histogram, which holds all below
 * @param to a fixed multiple of {@code from}
 */
public record DurationBin(double from, double to, long n) {}
