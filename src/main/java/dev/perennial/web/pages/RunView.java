package dev.perennial.web.pages;

import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Verdict;
import dev.perennial.model.VersionId;
import dev.perennial.training.DataSummary;
import dev.perennial.training.Progress;
import dev.perennial.training.Run;
import dev.perennial.web.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run's story.
 *
 * @param state as it stands in documents
 * @param word the same for people
 * @param losses what the candidate is shown to lose, or not shown not to, in sentences
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
    String word,
    String sentence,
    List<String> losses,
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

  /** One attribute, in the reference and in the rows of the log. */
  public record Column(String name, String reference, String logged) {}

  /** One rule of the gate. */
  public record Rule(String name, String outcome, String sentence) {}

  static RunView of(
      Run run,
      Optional<Progress> progress,
      ModelRegistry registry,
      Exchange exchange,
      Language in) {
    return new RunView(
        run.id(),
        run.model(),
        run.state().text(),
        RunNames.state(run.state(), in),
        in.said(run.sentence()),
        run.verdict().stream()
            .flatMap(v -> v.losses().stream())
            .map(rule -> in.said(rule.says()))
            .toList(),
        !run.state().hasEnded(),
        progress.map(p -> Integer.toString(p.percent())).orElse(""),
        progress.map(p -> in.said(p.sentence())).orElse(""),
        facts(run, exchange, in),
        run.data().map(data -> data(data, in)).orElse(List.of()),
        run.data().flatMap(DataSummary::halfLife).map(h -> in.said(h.says())).orElse(""),
        run.data().stream()
            .flatMap(
                d -> d.columns().stream().map(c -> column(c, d.from().isPresent(), in.numbers())))
            .toList(),
        run.verdict().stream()
            .flatMap(v -> v.rules().stream())
            .map(rule -> rule(rule, in))
            .toList(),
        run.verdict().flatMap(Verdict::gain).map(gain -> gain(gain, in)).orElse(""),
        run.version().orElse(0),
        run.version().map(version -> alias(registry, run.model(), version)).orElse(""));
  }

  private static String alias(ModelRegistry registry, String model, int version) {
    Optional<VersionId> one = registry.version(model, version);
    return one.equals(registry.champion(model))
        ? "champion"
        : one.equals(registry.challenger(model)) ? "challenger" : "none";
  }

  private static List<Fact> facts(Run run, Exchange exchange, Language in) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(in.say("run.asked-by"), exchange.shown(run.requestedBy()), ""));
    facts.add(new Fact(in.say("run.because"), run.reason(), ""));
    facts.add(Fact.at(in.say("run.asked-at"), "", run.requestedAt()));
    run.endedAt().ifPresent(at -> facts.add(Fact.at(in.say("run.ended-at"), "", at)));
    return facts;
  }

  private static List<Fact> data(DataSummary data, Language in) {
    List<Fact> facts = new ArrayList<>();
    facts.add(count(in.say("run.rows-to-learn-from"), data.train(), in));
    data.rowsByOrigin()
        .forEach(
            (origin, n) ->
                facts.add(count(in.say("run.from", RunNames.origin(origin, in)), n, in)));
    data.leftOut()
        .forEach(
            (why, n) -> facts.add(count(in.say("run.left-out", RunNames.leftOut(why, in)), n, in)));
    data.from()
        .ifPresent(
            from ->
                facts.add(
                    Fact.at(in.say("run.rows-of-the-log"), "", from, data.to().orElse(from))));
    facts.add(count(in.say("run.newest-rows-kept"), data.newest(), in));
    facts.add(count(in.say("run.reference-rows-kept"), data.reference(), in));
    facts.add(count(in.say("run.rows-that-repeat"), data.duplicates(), in));
    facts.add(count(in.say("run.rows-that-contradict"), data.conflicts(), in));
    if (!data.note().isEmpty()) {
      facts.add(new Fact(in.say("run.note"), in.said(data.notes()), ""));
    }
    return facts;
  }

  private static Fact count(String name, int rows, Language in) {
    return new Fact(name, in.numbers().count(rows), "");
  }

  /** Without rows of the log there is no figure of them, not even 0. */
  private static Column column(DataSummary.ColumnShift shift, boolean seen, Numerals numbers) {
    if (shift.number().isPresent()) {
      DataSummary.Numbers n = shift.number().get();
      return new Column(
          shift.name(),
          around(n.referenceMean(), n.referenceDeviation(), numbers),
          seen ? around(n.mean(), n.deviation(), numbers) : Figures.NONE);
    }
    List<String> reference = new ArrayList<>();
    List<String> logged = new ArrayList<>();
    for (DataSummary.Shares share : shift.shares()) {
      reference.add(share.label() + " " + numbers.percent(share.reference()));
      logged.add(share.label() + " " + numbers.percent(share.logged()));
    }
    return new Column(
        shift.name(),
        String.join(", ", reference),
        seen ? String.join(", ", logged) : Figures.NONE);
  }

  private static String around(double mean, double deviation, Numerals numbers) {
    return numbers.digits(mean) + " ± " + numbers.digits(deviation);
  }

  private static Rule rule(Verdict.Rule rule, Language in) {
    String outcome =
        rule.decides()
            ? rule.passed() ? in.say("run.passed") : in.say("run.failed")
            : in.say("run.told");
    return new Rule(RunNames.rule(rule.name(), in), outcome, in.said(rule.says()));
  }

  private static String gain(Verdict.Gain gain, Language in) {
    return in.say("run.gain", Difference.gain(gain, in), in.numbers().count(gain.rows()));
  }
}
