package dev.perennial.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the gate said of a candidate.
 *
 * @param admitted whether it may become the champion by itself
 * @param better whether it was shown better than the champion, not only not worse
 * @param gain what it gains in accuracy; absent for a numeric target
 * @param rules each with its numbers
 */
public record Verdict(boolean admitted, boolean better, Optional<Gain> gain, List<Rule> rules) {
  public Verdict {
    rules = List.copyOf(rules);
  }

  /** The rule of this name, if the gate had it. */
  public Optional<Rule> rule(String name) {
    return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /** The rules by which the candidate loses, or is not shown not to. */
  public List<Rule> losses() {
    return rules.stream().filter(rule -> !rule.passed() && rule.isOfLoss()).toList();
  }

  /**
   * The candidate's accuracy minus the champion's on the same rows, in shares of 1, with its 95 %
   * bootstrap interval.
   */
  public record Gain(double accuracy, double low, double high, int rows) {}

  /**
   * One rule of the gate.
   *
   * @param decides false if the rule is only told: its outcome admits and refuses nobody
   * @param sentence with the numbers, for people
   */
  public record Rule(String name, boolean passed, boolean decides, String sentence) {
    private static final Set<String> NO_LOSS = Set.of("enough-rows", "better");

    private boolean isOfLoss() {
      return !NO_LOSS.contains(name);
    }
  }
}
