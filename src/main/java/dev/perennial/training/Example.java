package dev.perennial.training;

import java.time.Instant;
import java.util.Optional;
import weka.core.Instance;

/**
 * One labelled row and where it comes from.
 *
 * @param row with its class, in the model's header
 * @param origin {@code reference}, or who labelled it: {@code administrator}, {@code reader},
 *     {@code token} or {@code anonymous}
 * @param at the time of the prediction; absent for a row of the reference
 */
record Example(Instance row, String origin, Optional<Instant> at) {
  static final String REFERENCE = "reference";
}
