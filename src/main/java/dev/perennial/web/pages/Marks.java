package dev.perennial.web.pages;

import dev.perennial.model.Alias;
import dev.perennial.model.Promotion;
import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.Transition;
import dev.perennial.training.Run;
import dev.perennial.watch.Incidents.Turn;
import dev.perennial.watch.Report;
import dev.perennial.web.Past;
import dev.perennial.web.pages.Chart.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened in the time of a report, for its charts: deployments, retrainings, alarms. */
final class Marks {
  /** More would be a curtain; the page of incidents has them all. */
  private static final int MOST = 40;

  /** Figures are of whole minutes: what happened in the first one is shown. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** What is raised again out of these was never over. */
  private static final List<Alarm.State> WAVERS =
      List.of(Alarm.State.RESOLVING, Alarm.State.SILENCED);

  private Marks() {}

  /** Oldest first, the newest 40. */
  static List<Happened> of(Report report, Past past, Language in) {
    Instant begin = report.at().minus(report.span().length());
    Instant from = (begin.isBefore(report.since()) ? report.since() : begin).minus(MINUTE);
    List<Happened> all =
        Stream.of(
                past.promotions().apply(report.model()).stream()
                    .filter(change -> change.alias() == Alias.CHAMPION)
                    .map(change -> deployed(change, in)),
                past.runs().apply(report.model()).stream()
                    .flatMap(run -> retrained(run, in).stream()),
                past.turns().apply(report.model(), from).stream().map(turn -> turned(turn, in)),
                report.alarms().stream().flatMap(a -> open(a.alarm(), in).stream()))
            .flatMap(happened -> happened)
            .filter(h -> !h.at().isBefore(from) && !h.at().isAfter(report.at()))
            .distinct()
            .sorted(Comparator.comparing(Happened::at))
            .toList();
    return all.subList(Math.max(0, all.size() - MOST), all.size());
  }

  private static Happened deployed(Promotion change, Language in) {
    String text =
        change
            .from()
            .map(from -> in.say("marks.answers-after", change.to(), from))
            .orElseGet(() -> in.say("marks.answers", change.to()));
    return new Happened(change.at(), "deployed", text);
  }

  private static Optional<Happened> retrained(Run run, Language in) {
    String text =
        switch (run.state()) {
          case ADMITTED ->
              run.version().map(version -> in.say("marks.admitted", run.id(), version)).orElse("");
          case REFUSED -> in.say("marks.refused", run.id());
          case FAILED -> in.say("marks.failed", run.id());
          default -> "";
        };
    return run.endedAt()
        .filter(at -> !text.isEmpty())
        .map(at -> new Happened(at, "retrained", text));
  }

  private static Happened turned(Turn turn, Language in) {
    String name = AlarmView.name(turn.kind(), in);
    return turn.raised()
        ? new Happened(turn.at(), "raised", in.say("marks.raised", name))
        : new Happened(turn.at(), "resolved", in.say("marks.resolved", name));
  }

  /** Those that are known while the database cannot store them. */
  private static Optional<Happened> open(Alarm alarm, Language in) {
    return alarm.history().stream()
        .filter(step -> step.to() == Alarm.State.FIRING)
        .max(Comparator.comparingLong(Transition::atMillis))
        .filter(step -> alarm.open() && !WAVERS.contains(step.from()))
        .map(
            step ->
                turned(new Turn(alarm.kind(), true, Instant.ofEpochMilli(step.atMillis())), in));
  }
}
