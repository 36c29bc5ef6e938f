package dev.perennial.web;

import dev.perennial.model.Verdict;
import dev.perennial.monitor.Interval;
import dev.perennial.training.Benefit;
import dev.perennial.training.PolicyKind;
import dev.perennial.training.PolicyState;
import dev.perennial.training.ShadowState;
import dev.perennial.words.Said;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is done without anybody asking, made by hand beside {@link Reports}. */
public final class Upkeeps {
  private Upkeeps() {}

  /**
   * Policies are on for the states "drifting" and the hostile one, off for the others; the gain of
   * "turned" is of a champion before, and that of the hostile one older than its alarm.
   */
  public static Upkeep of(String name) {
    boolean on = name.equals("drifting") || name.equals(Hostile.NAME);
    return new Upkeep(
        on ? on(name) : off(),
        on
            ? gain(3, name.equals(Hostile.NAME) ? 60 : 5)
            : name.equals("turned") ? gain(2, 5) : waits(),
        on ? Optional.of(shadow()) : Optional.empty());
  }

  private static ShadowState shadow() {
    Verdict.Rule rule = Verdict.Rule.of("accuracy", true, true, Said.verbatim("Accuracy rose."));
    Verdict verdict =
        new Verdict(
            true, true, Optional.of(new Verdict.Gain(.068, .045, .091, 812)), List.of(rule));
    return new ShadowState(
        4,
        3,
        Reports.NOW.minus(Duration.ofHours(7)),
        true,
        4_200,
        3_911,
        new Interval(.923, .939),
        17,
        0,
        new ShadowState.Scores(812, .842, .91),
        verdict,
        Optional.empty());
  }

  private static Benefit waits() {
    return new Benefit(Said.of("said.benefit-after", 200L, 40L), Optional.empty());
  }

  private static Benefit gain(int version, int minutesAgo) {
    Verdict verdict =
        new Verdict(true, true, Optional.of(new Verdict.Gain(.061, .039, .082, 400)), List.of());
    return Benefit.of(
        new Benefit.Measured(
            version, Reports.NOW.minus(Duration.ofMinutes(minutesAgo)), 400, verdict));
  }

  private static List<PolicyState> off() {
    return Arrays.stream(PolicyKind.values())
        .map(kind -> new PolicyState(kind, false, false, Said.of("said.off"), Optional.empty()))
        .toList();
  }

  private static List<PolicyState> on(String name) {
    String column = name.equals(Hostile.NAME) ? "<b>petal</b>" : "petal_length";
    return List.of(
        new PolicyState(
            PolicyKind.DRIFT,
            true,
            false,
            Said.of(
                "said.policy-few-since-training",
                Said.of("said.sign-drifted", column, name + "-data_drift-2"),
                40L,
                200L),
            Optional.empty()),
        new PolicyState(
            PolicyKind.SCHEDULE,
            true,
            false,
            Said.of("said.policy-schedule", "0 3 * * *"),
            Optional.of(Reports.NOW.plus(Duration.ofHours(18)))));
  }
}
