package dev.perennial.web;

import dev.perennial.training.Benefit;
import dev.perennial.training.PolicyState;
import dev.perennial.training.ShadowState;
import java.util.List;
import java.util.Optional;

/**
 * What is done for a model without anybody asking. Immutable.
 *
 * @param policies one of every kind
 * @param benefit what a retraining would gain
 * @param shadow how the challenger does, if there is one
 */
public record Upkeep(List<PolicyState> policies, Benefit benefit, Optional<ShadowState> shadow) {
  public Upkeep {
    policies = List.copyOf(policies);
  }
}
