package dev.perennial.training;

import java.util.List;
import java.util.Optional;

/**
 * What somebody wants trained.
 *
 * @param actor an account, a token, or a policy
 * @param reason in words
 * @param mustBeBetter true for a policy: not worse is then not enough
 * @param rows which rows; the setting's if absent
 * @param schemes none: the champion's own algorithm; one: that; more: the best of them by
 *     cross-validation
 */
public record RunRequest(
    String model,
    String actor,
    String reason,
    boolean mustBeBetter,
    Optional<RowPolicy.Preset> rows,
    List<Scheme> schemes) {
  public RunRequest {
    schemes = List.copyOf(schemes);
  }

  /**
   * A Weka classifier.
   *
   * @param name in full, such as {@code weka.classifiers.trees.J48}
   * @param options as on Weka's command line; "" for its defaults
   */
  public record Scheme(String name, String options) {
    /**
     * Makes sure that there is such a classifier.
     *
     * @throws dev.perennial.model.ModelException if Weka has no such classifier, or it refuses the
     *     options
     */
    public void check() {
      Object unused = Algorithms.make(name, options, 1);
    }
  }
}
