package dev.perennial.watch;

import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.BurnRate;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Look;
import dev.perennial.monitor.Look.Outcome;
import dev.perennial.words.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The looks at the rules that concern the service as a whole. */
final class ServiceLooks {
  private static final long SECONDS_A_LOOK = 300;
  private static final int LEAST_ERRORS = 3;

  private ServiceLooks() {}

  /** The sentences of the burn rates that are too high now. */
  static List<Said> burning(Function<Duration, BurnRate.Span> last, double objective) {
    List<Said> sentences = new ArrayList<>();
    for (BurnRate rate : BurnRate.STANDARD) {
      BurnRate.Span longSpan = last.apply(Duration.ofMillis(rate.longMillis()));
      BurnRate.Span shortSpan = last.apply(Duration.ofMillis(rate.shortMillis()));
      rate.judge(longSpan, shortSpan, objective).ifPresent(sentences::add);
    }
    return sentences;
  }

  /**
   * The look at failing requests: a new one every five minutes, the shortest span looked at.
   *
   * @param last the requests of the last so long
   */
  static NewsLook errors(Function<Duration, BurnRate.Span> last, double objective, Instant now) {
    List<Said> sentences = burning(last, objective);
    double value = 0;
    long requests = 0;
    Map<String, Double> figures = new TreeMap<>();
    figures.put("objective", objective);
    for (BurnRate rate : BurnRate.STANDARD) {
      Duration length = Duration.ofMillis(rate.longMillis());
      BurnRate.Span all = last.apply(length);
      figures.put("requests." + length.toHours() + "h", (double) all.requests());
      figures.put("errors." + length.toHours() + "h", (double) all.errors());
      requests = Math.max(requests, all.requests());
      BurnRate.Span recent = last.apply(Duration.ofMillis(rate.shortMillis()));
      value =
          Math.max(
              value, Math.min(multiple(rate, all, objective), goingOn(rate, recent, objective)));
    }
    Outcome outcome =
        !sentences.isEmpty() ? Outcome.EXCEEDED : requests == 0 ? Outcome.NO_DATA : Outcome.BELOW;
    Said sentence = sentences.isEmpty() ? Said.of("said.few-fail") : Said.all(sentences);
    return new NewsLook(
        AlarmKind.ERRORS,
        new Look(outcome, value, false, new Evidence(sentence, figures)),
        0,
        now.getEpochSecond() / SECONDS_A_LOOK,
        0);
  }

  /** Too few errors say nothing, however large their share. */
  private static double multiple(BurnRate rate, BurnRate.Span span, double objective) {
    return span.errors() < LEAST_ERRORS
        ? 0
        : (double) span.errors() / span.requests() / (1 - objective) / rate.factor();
  }

  /** An empty short span does not show that it is over. */
  private static double goingOn(BurnRate rate, BurnRate.Span span, double objective) {
    return span.requests() == 0
        ? Double.POSITIVE_INFINITY
        : (double) span.errors() / span.requests() / (1 - objective) / rate.factor();
  }

  /**
   * The look at the monitor's own liveness, at the beginning of a tick: each tick is one.
   *
   * @param before end of the tick before, or the start of the service if that came later
   * @param limit longer than this without a tick is silence
   */
  static NewsLook silence(Instant before, Instant now, Duration limit) {
    Duration gap = Duration.between(before, now);
    boolean silent = gap.compareTo(limit) > 0;
    Look look =
        new Look(
            silent ? Outcome.EXCEEDED : Outcome.BELOW,
            Math.max(0, (double) gap.toMillis() / limit.toMillis()),
            false,
            silenceEvidence(before, now, limit));
    return new NewsLook(AlarmKind.MONITOR_SILENT, look, 0, now.toEpochMilli(), 0);
  }

  /**
   * The look at the database, at the end of a tick: each tick is one.
   *
   * @param since when it was first seen to fail; empty where it did not since the tick before
   */
  static NewsLook database(Optional<Instant> since, Instant now) {
    Look look =
        since
            .map(from -> new Look(Outcome.EXCEEDED, 1, false, outage(from, now)))
            .orElseGet(
                () ->
                    new Look(Outcome.BELOW, 0, false, Evidence.of(Said.of("said.database-works"))));
    return new NewsLook(AlarmKind.DATABASE, look, 0, now.toEpochMilli(), 0);
  }

  /** The driver's reason may name files and classes: it stands in the log alone. */
  private static Evidence outage(Instant from, Instant now) {
    long seconds = Duration.between(from, now).toSeconds();
    return new Evidence(
        Said.of("said.database-does-not-work", seconds), Map.of("seconds", (double) seconds));
  }

  private static Evidence silenceEvidence(Instant before, Instant now, Duration limit) {
    long seconds = Duration.between(before, now).toSeconds();
    return new Evidence(
        Said.of("said.monitor-silent", seconds, limit.toSeconds()),
        Map.of("seconds", (double) seconds, "limit", (double) limit.toSeconds()));
  }
}
