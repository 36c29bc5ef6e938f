package dev.perennial.monitor;

/**
 * How many false alarms are to be expected of a rule, from how many it raised where nothing had
 * changed.
 *
 * @param incidents that were raised
 * @param length rows that were run or, for a rule on labels, labels
 * @param perMonth to be expected at the live traffic, by Jeffreys: half an incident is added, for a
 *     run that saw none has not shown that there never is one
 * @param interval of it, 95 %
 */
public record FalseAlarms(long incidents, long length, double perMonth, Interval interval) {
  /**
   * What a count means at some traffic.
   *
   * @param spread variance of the single runs' counts over their mean: beyond 1 the incidents come
   *     in clusters, and fewer of them are independent
   * @param perMonth live rows or labels a month
   */
  public static FalseAlarms of(long incidents, long length, double spread, double perMonth) {
    double scale = perMonth / length;
    double clusters = Math.max(1, spread);
    Interval counted = Intervals.poisson(incidents / clusters);
    return new FalseAlarms(
        incidents,
        length,
        (incidents + .5) * scale,
        new Interval(counted.low() * clusters * scale, counted.high() * clusters * scale));
  }
}
