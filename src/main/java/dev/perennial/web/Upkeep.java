package dev.perennial.web;

import dev.perennial.training.Benefit;
import dev.perennial.training.PolicyState;
import java.util.List;

/**
 * What is done for a model without anybody asking. Immutable.
 *
 * @param policies one of every kind
 * @param benefit what a retraining would gain
 */
public record Upkeep(List<PolicyState> policies, Benefit benefit) {
  public Upkeep {
    policies = List.copyOf(policies);
  }
}
