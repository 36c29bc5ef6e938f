package dev.perennial.web.pages;

import dev.perennial.training.PolicyKind;
import dev.perennial.training.PolicyState;
import dev.perennial.watch.Report;
import dev.perennial.watch.Report.AlarmReport;
import dev.perennial.web.Upkeep;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is done for a model without anybody asking, on the monitoring page.
 *
 * @param on how many policies are on
 * @param benefit what a retraining would gain, in a sentence
 */
public record UpkeepView(
    List<PolicyLine> policies,
    long on,
    String benefit,
    Optional<Measured> measured,
    Optional<ShadowView> shadow) {

  /**
   * What the benefit rests on.
   *
   * @param version that the candidate was held against
   * @param answers whether that version answers now
   * @param doubtful whether an alarm that is open was raised since, or the monitor advises to
   *     retrain all the same
   * @param better whether a retraining is shown to be worth it
   */
  public record Measured(
      Moment at, String rows, int version, boolean answers, boolean doubtful, boolean better) {}

  /**
   * One policy.
   *
   * @param setting that switches it on
   * @param next the earliest moment at which it may act
   */
  public record PolicyLine(
      String name, String setting, Mark mark, String sentence, Optional<Moment> next) {}

  static UpkeepView of(Upkeep upkeep, Report report, Language in) {
    Optional<Instant> raised = lastRaised(report);
    boolean advised = MonitorView.RETRAIN.contains(Mark.of(report.diagnosis().code()));
    return new UpkeepView(
        upkeep.policies().stream().map(each -> line(each, in)).toList(),
        upkeep.policies().stream().filter(PolicyState::on).count(),
        in.said(upkeep.benefit().sentence()),
        upkeep
            .benefit()
            .measured()
            .map(
                m ->
                    new Measured(
                        Moment.of(m.at()),
                        in.numbers().count(m.rows()),
                        m.version(),
                        m.version() == report.version(),
                        raised.filter(m.at()::isBefore).isPresent()
                            || (advised && !m.verdict().better()),
                        m.verdict().better())),
        upkeep.shadow().map(each -> ShadowView.of(each, in)));
  }

  /** When the newest of the model's open alarms was raised. */
  private static Optional<Instant> lastRaised(Report report) {
    return report.alarms().stream()
        .map(AlarmReport::alarm)
        .filter(alarm -> !alarm.kind().isOfTheService())
        .flatMap(alarm -> alarm.raisedMillis().stream())
        .max(Comparator.naturalOrder())
        .map(Instant::ofEpochMilli);
  }

  private static PolicyLine line(PolicyState state, Language in) {
    return new PolicyLine(
        name(state.kind(), in),
        "perennial.policy." + state.kind().text(),
        state.on() ? new Mark("good", "mark.on") : new Mark("none", "mark.off"),
        state.on() ? in.said(state.sentence()) : "",
        state.next().map(Moment::of));
  }

  static String name(PolicyKind kind, Language in) {
    return switch (kind) {
      case DRIFT -> in.say("upkeep.critical-drift");
      case CONCEPT_DRIFT -> in.say("upkeep.concept-drift-or-a");
      case STALENESS -> in.say("upkeep.age");
      case SCHEDULE -> in.say("upkeep.schedule");
    };
  }
}
