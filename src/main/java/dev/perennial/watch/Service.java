package dev.perennial.watch;

import dev.perennial.log.Uptime.Stop;
import dev.perennial.monitor.BurnRate;
import dev.perennial.monitor.RequestSums;
import dev.perennial.monitor.Uptime;
import dev.perennial.watch.Report.Health;
import dev.perennial.watch.Report.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** How the service as a whole fares, from its requests and its heartbeats. */
final class Service {
  private static final Duration BUSY_MINUTES = Duration.ofDays(1);
  private static final String TOTAL = "total";
  private static final List<String> STAGES = List.of(TOTAL, "parse", "score");
  private static final int MISSED_BEATS = 3;

  private final Ledger ledger;
  private final dev.perennial.log.Uptime uptime;
  private final Monitor.Rules rules;
  private final LongSupplier journalBytes;

  Service(
      Ledger ledger,
      dev.perennial.log.Uptime uptime,
      Monitor.Rules rules,
      LongSupplier journalBytes) {
    this.ledger = ledger;
    this.uptime = uptime;
    this.rules = rules;
    this.journalBytes = journalBytes;
  }

  /** The requests of the last so long. */
  Function<Duration, BurnRate.Span> last(Instant now) {
    return length -> ledger.requests(now.minus(length), now).span();
  }

  NewsLook errors(Instant now) {
    return ServiceLooks.errors(last(now), rules.availability(), now);
  }

  Health health(Instant from, Instant now, Optional<Instant> lastTick) {
    RequestSums sums = ledger.requests(from, now);
    BurnRate.Span span = sums.span();
    Map<String, Quantiles> stages = new TreeMap<>();
    for (String stage : STAGES) {
      double p50 = sums.micros(stage, .5);
      if (p50 > 0) {
        stages.put(stage, new Quantiles(p50, sums.micros(stage, .95), sums.micros(stage, .99)));
      }
    }
    return new Health(
        span.requests(),
        span.errors(),
        stages,
        sums.durations(TOTAL),
        (double) span.requests() / Math.max(1, Duration.between(from, now).toSeconds()),
        peak(from, now),
        rules.capacity() > 0 ? Optional.of((double) rules.capacity()) : Optional.empty(),
        sums.byRoute(),
        uptime(from, now),
        journalBytes.getAsLong(),
        lastTick,
        ServiceLooks.burning(last(now), rules.availability()));
  }

  /** Of the busiest minute; looked for in the last day at most. */
  private double peak(Instant from, Instant now) {
    Instant day = now.minus(BUSY_MINUTES);
    Instant start = from.isAfter(day) ? from : day;
    long most =
        ledger.requests().of(start, now, Duration.ofMinutes(1)).stream()
            .mapToLong(part -> part.sums().span().requests())
            .max()
            .orElse(0);
    return most / 60.0;
  }

  /** From heartbeats; what lies before the first one is not counted. */
  Uptime uptime(Instant from, Instant to) {
    return uptime(stretches(from, to), from, to);
  }

  /** The same, from stretches that were read for a longer time. */
  Uptime uptime(List<Uptime.Stretch> stretches, Instant from, Instant to) {
    return Uptime.of(
        stretches,
        from.toEpochMilli(),
        to.toEpochMilli(),
        rules.heartbeat().multipliedBy(MISSED_BEATS).toMillis());
  }

  List<Uptime.Stretch> stretches(Instant from, Instant to) {
    List<Uptime.Stretch> stretches = new ArrayList<>();
    uptime.lastBefore(from).ifPresent(stretch -> stretches.add(judged(stretch)));
    uptime.stretches(from, to).forEach(stretch -> stretches.add(judged(stretch)));
    return stretches;
  }

  private static Uptime.Stretch judged(dev.perennial.log.Uptime.Stretch stretch) {
    return new Uptime.Stretch(
        stretch.from().toEpochMilli(), stretch.to().toEpochMilli(), stretch.stop() != Stop.CRASH);
  }
}
