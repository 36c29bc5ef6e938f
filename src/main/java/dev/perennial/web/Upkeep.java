package dev.perennial.web;

import dev.perennial.training.PolicyState;
import java.util.List;

/**
 * What is done for a model without anybody asking. Immutable.
 *
 * @param policies one of every kind
 */
public record Upkeep(List<PolicyState> policies) {
  public Upkeep {
    policies = List.copyOf(policies);
  }
}
