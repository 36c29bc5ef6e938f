package dev.perennial.model;

import dev.perennial.words.Said;
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
   * @param sentence with the numbers, in English
   * @param said the same, to be said in any language: {@link Said#stored()}; absent where the
   *     verdict is from before there was that
   */
  public record Rule(
      String name, boolean passed, boolean decides, String sentence, Optional<String> said) {
    private static final Set<String> NO_LOSS = Set.of("enough-rows", "better");

    public static Rule of(String name, boolean passed, boolean decides, Said sentence) {
      return new Rule(name, passed, decides, sentence.english(), Optional.of(sentence.stored()));
    }

    /** With the numbers, for people. */
    public Said says() {
      return Said.read(said, sentence);
    }

    private boolean isOfLoss() {
      return !NO_LOSS.contains(name);
    }
  }
}
