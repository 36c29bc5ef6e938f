package dev.perennial.web;

import dev.perennial.training.PolicyKind;
import dev.perennial.training.PolicyState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is done without anybody asking, made by hand beside {@link Reports}. */
public final class Upkeeps {
  private Upkeeps() {}

  /** Policies are on for the states "drifting" and the hostile one, off for the others. */
  public static Upkeep of(String name) {
    boolean on = name.equals("drifting") || name.equals(Hostile.NAME);
    return new Upkeep(on ? on(name) : off());
  }

  private static List<PolicyState> off() {
    return Arrays.stream(PolicyKind.values())
        .map(kind -> new PolicyState(kind, false, false, "Off.", Optional.empty()))
        .toList();
  }

  private static List<PolicyState> on(String name) {
    String column = name.equals(Hostile.NAME) ? "<b>petal</b>" : "petal_length";
    return List.of(
        new PolicyState(
            PolicyKind.DRIFT,
            true,
            false,
            column + " drifted, alarm " + name + "-data_drift-2, but only 40 of 200 new labels.",
            Optional.empty()),
        new PolicyState(
            PolicyKind.SCHEDULE,
            true,
            false,
            "By the schedule 0 3 * * *.",
            Optional.of(Reports.NOW.plus(Duration.ofHours(18)))));
  }
}
