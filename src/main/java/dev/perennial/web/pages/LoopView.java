package dev.perennial.web.pages;

import dev.perennial.model.Manifest;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.model.Verdict;
import dev.perennial.model.VersionId;
import dev.perennial.training.Run;
import dev.perennial.training.Run.State;
import dev.perennial.training.Runs;
import dev.perennial.watch.Report;
import dev.perennial.watch.Span;
import dev.perennial.web.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a model is in its life: six stations, which come round to the first again.
 *
 * @param stations in the order in which data pass them
 */
public record LoopView(List<Station> stations) {
  private static final int WIDTH = 250;
  private static final int HEIGHT = 150;

  public LoopView {
    stations = List.copyOf(stations);
  }

  /**
   * One station.
   *
   * @param kind good, warn, bad or none
   * @param now whether the model is being worked on there
   * @param x of its corner in the drawing
   * @param y likewise
   * @param exact the time that its words speak of, or ""
   */
  public record Station(
      String name,
      String value,
      String note,
      String kind,
      boolean now,
      int x,
      int y,
      String exact) {
    Station at(Optional<Instant> time) {
      String when = time.map(t -> Moment.of(t).text()).orElse("");
      return new Station(name, value, note, kind, now, x, y, when);
    }
  }

  /** What the stations' figures are read from. Safe for use by many threads. */
  public record Sources(ModelRegistry registry, Runs runs, Watched watched) {
    /** The loop of a model; without stations where it has no champion yet. */
    public LoopView of(String model, Language in) {
      Optional<VersionId> champion = registry.champion(model);
      Optional<Report> report = watched.reports().apply(model, Span.DEPLOYMENT);
      return champion.isPresent() && report.isPresent()
          ? new Drawing(this, in, champion.get(), report.get()).view()
          : new LoopView(List.of());
    }
  }

  private record Drawing(Sources sources, Language in, VersionId champion, Report report) {
    LoopView view() {
      Manifest manifest = sources.registry().manifest(champion.key());
      Optional<Run> run =
          sources.runs().newest(Optional.of(champion.model()), Long.MAX_VALUE, 1).stream()
              .findFirst();
      State state = run.map(Run::state).filter(s -> !s.hasEnded()).orElse(State.CANCELLED);
      long labels = report.staleness().labelledRows();
      long alarms = report.alarms().stream().filter(a -> a.alarm().open()).count();
      Mark mark = Mark.of(report.diagnosis().code());
      return new LoopView(
          List.of(
              at(
                  0,
                  0,
                  in.say("loop.collection"),
                  in.numbers().count(report.rows()),
                  in.say("loop.predictions-by-this-version"),
                  "none",
                  false),
              at(
                      1,
                      0,
                      in.say("loop.labels"),
                      in.numbers().count(labels),
                      labels == 0
                          ? in.say("loop.none-since-it-was")
                          : in.say("loop.newest", in.ago(report.staleness().sinceLabel())),
                      "none",
                      state == State.PREPARING)
                  .at(
                      Optional.of(report.staleness().sinceLabel())
                          .filter(since -> labels > 0 && !Language.isNever(since))
                          .map(report.at()::minus)),
              at(
                      2,
                      0,
                      in.say("loop.training"),
                      run.map(this::trained).orElse(in.ago(report.staleness().age())),
                      run.map(r -> in.say("loop.run", r.id(), RunNames.state(r.state(), in)))
                          .orElse(in.say("loop.the-first-training")),
                      "none",
                      state == State.TRAINING || state == State.QUEUED)
                  .at(run.isPresent() ? run.get().endedAt() : Optional.of(manifest.trainedAt())),
              at(
                  2,
                  1,
                  in.say("loop.evaluation"),
                  judged(run, manifest),
                  note(run, manifest),
                  "none",
                  state == State.EVALUATING),
              at(
                      1,
                      1,
                      in.say("loop.deployment"),
                      in.say("loop.version", champion.version()),
                      deployed().map(at -> in.say("loop.answers-since", ago(at))).orElse(""),
                      "none",
                      false)
                  .at(deployed()),
              at(
                  0,
                  1,
                  in.say("loop.monitoring"),
                  in.say(mark.word()),
                  alarms == 1
                      ? in.say("loop.1-open-alarm")
                      : in.say("loop.open-alarms", in.numbers().count(alarms)),
                  mark.kind(),
                  false)));
    }

    private static Station at(
        int column, int row, String name, String value, String note, String kind, boolean now) {
      return new Station(name, value, note, kind, now, 10 + WIDTH * column, 10 + HEIGHT * row, "");
    }

    private String ago(Instant at) {
      Duration since = Duration.between(at, report.at());
      return in.ago(since.isNegative() ? Duration.ZERO : since);
    }

    private String trained(Run run) {
      return run.endedAt().map(this::ago).orElse(in.say("loop.going-on"));
    }

    private Optional<Instant> deployed() {
      return sources.registry().history(champion.model()).stream()
          .filter(change -> change.to() == champion.version())
          .findFirst()
          .map(Promotion::at);
    }

    private String judged(Optional<Run> run, Manifest manifest) {
      return run.flatMap(Run::verdict)
          .map(v -> v.admitted() ? in.say("loop.admitted") : in.say("loop.refused"))
          .or(() -> manifest.metrics().classes().map(c -> in.numbers().percent(c.accuracy())))
          .or(() -> manifest.metrics().numbers().map(n -> in.numbers().digits(n.mae())))
          .orElse(Figures.NONE);
    }

    private String note(Optional<Run> run, Manifest manifest) {
      Optional<Verdict> verdict = run.flatMap(Run::verdict);
      if (verdict.isEmpty()) {
        boolean classes = manifest.metrics().classes().isPresent();
        return classes
            ? in.say("loop.accuracy-before-deployment")
            : in.say("loop.mean-error-before-deployment");
      }
      return verdict
          .get()
          .gain()
          .map(
              gain ->
                  in.say(
                      "loop.points-on-rows",
                      in.numbers().points(gain.accuracy()),
                      in.numbers().count(gain.rows())))
          .orElse(in.say("loop.run-2", run.get().id()));
    }
  }
}
