package dev.perennial.web.api;

import dev.perennial.training.PolicyState;
import dev.perennial.web.Upkeep;

/** What is done without anybody asking, as a part of the monitor's document. Stateless. */
final class UpkeepJson {
  private UpkeepJson() {}

  static void write(JsonFacts facts, Upkeep upkeep) {
    facts.objects("policies", upkeep.policies(), UpkeepJson::policy);
  }

  private static void policy(JsonFacts facts, PolicyState policy) {
    facts
        .text("policy", policy.kind().text())
        .flag("on", policy.on())
        .text("sentence", policy.sentence())
        .time("next", policy.next());
  }
}
