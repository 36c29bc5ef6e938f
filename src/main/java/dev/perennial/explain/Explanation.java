package dev.perennial.explain;

import java.util.List;
import java.util.Optional;

/**
 * Why a model gave its answer to one row. The contributions sum to {@code answer - average}.
 *
 * @param label the class whose probability is explained; empty where a number is
 * @param answer that probability, or the number
 * @param average the mean of the same over the reference rows
 * @param contributions in the schema's order
 * @param method how the contributions were found
 * @param referenceRows how many reference rows they were averaged over
 * @param path the conditions that led to the answer, for trees and rules; else empty
 */
public record Explanation(
    Optional<String> label,
    double answer,
    double average,
    List<Contribution> contributions,
    Method method,
    int referenceRows,
    List<String> path) {
  public Explanation {
    contributions = List.copyOf(contributions);
    path = List.copyOf(path);
  }

  /** How contributions are found. */
  public enum Method {
    /** All subsets of the inputs. */
    EXACT,
    /** Random orders of the inputs: each contribution has an error. */
    SAMPLED
  }
}
