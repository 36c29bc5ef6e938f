package dev.perennial.web.pages;

import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Verdict;
import dev.perennial.model.VersionId;
import dev.perennial.training.DataSummary;
import dev.perennial.training.HalfLife;
import dev.perennial.training.Progress;
import dev.perennial.training.Run;
import dev.perennial.web.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A run's story.
 *
 * @param state in one word
 * @param percent "" where it does not go on
 * @param time how long it has gone on and will, in words
 * @param weights how much old rows weigh beside new ones, in a sentence, or ""
 * @param gain what the candidate gains in accuracy, or ""
 * @param version the candidate's number, 0 for none
 * @param alias of the candidate: champion, challenger or none; "" without one
 */
public record RunView(
    long run,
    String model,
    String state,
    String sentence,
    boolean running,
    String percent,
    String time,
    List<Fact> facts,
    List<Fact> data,
    String weights,
    List<Column> columns,
    List<Rule> rules,
    String gain,
    int version,
    String alias) {

  /** Whether it ended without a candidate. */
  public boolean fruitless() {
    return !running && version == 0;
  }

  /** A name and what stands for it. */
  public record Fact(String name, String value) {}

  /** One attribute, in the reference and in the rows of the log. */
  public record Column(String name, String reference, String logged) {}

  /** One rule of the gate. */
  public record Rule(String name, String outcome, String sentence) {}

  static RunView of(
      Run run, Optional<Progress> progress, ModelRegistry registry, Exchange exchange) {
    return new RunView(
        run.id(),
        run.model(),
        run.state().text(),
        run.sentence(),
        !run.state().hasEnded(),
        progress.map(p -> Integer.toString(p.percent())).orElse(""),
        progress.map(Progress::sentence).orElse(""),
        facts(run, exchange),
        run.data().map(RunView::data).orElse(List.of()),
        run.data().flatMap(DataSummary::halfLife).map(HalfLife::sentence).orElse(""),
        run.data().stream()
            .flatMap(d -> d.columns().stream().map(c -> column(c, d.from().isPresent())))
            .toList(),
        run.verdict().stream().flatMap(v -> v.rules().stream()).map(RunView::rule).toList(),
        run.verdict().flatMap(Verdict::gain).map(RunView::gain).orElse(""),
        run.version().orElse(0),
        run.version().map(version -> alias(registry, run.model(), version)).orElse(""));
  }

  private static String alias(ModelRegistry registry, String model, int version) {
    Optional<VersionId> one = registry.version(model, version);
    return one.equals(registry.champion(model))
        ? "champion"
        : one.equals(registry.challenger(model)) ? "challenger" : "none";
  }

  private static List<Fact> facts(Run run, Exchange exchange) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Asked by", exchange.shown(run.requestedBy())));
    facts.add(new Fact("Because", run.reason()));
    facts.add(new Fact("Asked at", Moment.of(run.requestedAt()).text()));
    run.endedAt().ifPresent(at -> facts.add(new Fact("Ended at", Moment.of(at).text())));
    return facts;
  }

  private static List<Fact> data(DataSummary data) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Rows to learn from", "%,d".formatted(data.train())));
    data.rowsByOrigin().forEach((origin, n) -> facts.add(count("of them from: " + origin, n)));
    for (Map.Entry<String, Integer> each : data.leftOut().entrySet()) {
      facts.add(count("Left out, " + each.getKey(), each.getValue()));
    }
    data.from()
        .ifPresent(
            from ->
                facts.add(
                    new Fact(
                        "Rows of the log",
                        Moment.of(from).text()
                            + " to "
                            + Moment.of(data.to().orElse(from)).text())));
    facts.add(count("Newest rows kept to judge on", data.newest()));
    facts.add(count("Reference rows kept to judge on", data.reference()));
    facts.add(count("Rows that repeat an earlier one", data.duplicates()));
    facts.add(count("Rows that contradict another one", data.conflicts()));
    if (!data.note().isEmpty()) {
      facts.add(new Fact("Note", data.note()));
    }
    return facts;
  }

  private static Fact count(String name, int n) {
    return new Fact(name, "%,d".formatted(n));
  }

  /** Without rows of the log there is no figure of them, not even 0. */
  private static Column column(DataSummary.ColumnShift shift, boolean seen) {
    if (shift.number().isPresent()) {
      DataSummary.Numbers n = shift.number().get();
      return new Column(
          shift.name(),
          around(n.referenceMean(), n.referenceDeviation()),
          seen ? around(n.mean(), n.deviation()) : Figures.NONE);
    }
    List<String> reference = new ArrayList<>();
    List<String> logged = new ArrayList<>();
    for (DataSummary.Shares share : shift.shares()) {
      reference.add(share.label() + " " + Numerals.PLAIN.percent(share.reference()));
      logged.add(share.label() + " " + Numerals.PLAIN.percent(share.logged()));
    }
    return new Column(
        shift.name(),
        String.join(", ", reference),
        seen ? String.join(", ", logged) : Figures.NONE);
  }

  private static String around(double mean, double deviation) {
    return String.format(Locale.ROOT, "%.4g ± %.3g", mean, deviation);
  }

  private static Rule rule(Verdict.Rule rule) {
    String outcome = rule.decides() ? rule.passed() ? "passed" : "failed" : "told";
    return new Rule(rule.name(), outcome, rule.sentence());
  }

  private static String gain(Verdict.Gain gain) {
    return String.format(
        Locale.ROOT,
        "%+.1f points of accuracy, 95 %% %+.1f … %+.1f, on %,d rows",
        100 * gain.accuracy(),
        100 * gain.low(),
        100 * gain.high(),
        gain.rows());
  }
}
