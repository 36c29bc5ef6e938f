package dev.perennial.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much of a span the service was up, from the stretches that its heartbeats cover.
 *
 * @param share of the span, in [0, 1]
 * @param gaps when it was not, oldest first
 * @param crashes how many gaps came after an unclean stop
 */
public record Uptime(double share, List<Gap> gaps, long crashes) {
  public Uptime {
    gaps = List.copyOf(gaps);
  }

  /**
   * A time of running, in milliseconds since 1970-01-01T00:00Z.
   *
   * @param from first sign of life
   * @param to last one
   * @param stoppedCleanly whether its end was planned; true also while it still runs
   */
  public record Stretch(long from, long to, boolean stoppedCleanly) {}

  /**
   * A time without a sign of life.
   *
   * @param crash whether the stop before it was unclean
   */
  public record Gap(long from, long to, boolean crash) {}

  /**
   * The uptime from one point in time to another. Stretches may overlap, as those of several
   * instances do. What lies before the first stretch is not counted: the service was not there.
   *
   * @param grace pauses no longer than this are the heartbeat's own interval, not gaps
   */
  public static Uptime of(List<Stretch> stretches, long from, long to, long grace) {
    List<Stretch> ordered =
        stretches.stream()
            .filter(s -> s.from() < to && s.to() + grace >= from)
            .sorted(Comparator.comparingLong(Stretch::from))
            .toList();
    boolean older = stretches.stream().anyMatch(s -> s.from() <= from);
    if (ordered.isEmpty()) {
      boolean crashed = crashedBefore(stretches, from);
      return older
          ? new Uptime(0, List.of(new Gap(from, to, crashed)), crashed ? 1 : 0)
          : new Uptime(1, List.of(), 0);
    }
    long start = older ? from : ordered.get(0).from();
    List<Gap> gaps = new ArrayList<>();
    long upTo = start;
    boolean crash = crashedBefore(stretches, start);
    for (Stretch stretch : ordered) {
      if (stretch.from() - upTo > grace) {
        gaps.add(new Gap(upTo, stretch.from(), crash));
      }
      if (stretch.to() >= upTo) {
        upTo = stretch.to();
        crash = !stretch.stoppedCleanly();
      }
    }
    if (to - upTo > grace) {
      gaps.add(new Gap(upTo, to, crash));
    }
    long down = gaps.stream().mapToLong(gap -> gap.to() - gap.from()).sum();
    return new Uptime(
        to > start ? 1 - (double) down / (to - start) : 1,
        gaps,
        gaps.stream().filter(Gap::crash).count());
  }

  private static boolean crashedBefore(List<Stretch> stretches, long time) {
    return stretches.stream()
        .filter(s -> s.to() < time)
        .max(Comparator.comparingLong(Stretch::to))
        .map(s -> !s.stoppedCleanly())
        .orElse(false);
  }
}
