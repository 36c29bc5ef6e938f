package dev.perennial.web.pages;

import dev.perennial.training.LeftOut;
import dev.perennial.training.Run;

/** What a run's states, rows and rules are called for people. Stateless. */
final class RunNames {
  private RunNames() {}

  static String state(Run.State state, Language in) {
    return switch (state) {
      case QUEUED -> in.say("run.state-queued");
      case PREPARING -> in.say("run.state-preparing");
      case TRAINING -> in.say("run.state-training");
      case EVALUATING -> in.say("run.state-evaluating");
      case ADMITTED -> in.say("run.state-admitted");
      case REFUSED -> in.say("run.state-refused");
      case CANCELLED -> in.say("run.state-cancelled");
      case FAILED -> in.say("run.state-failed");
    };
  }

  /** Where rows to learn from are from; as documents say it where there is no name for it. */
  static String origin(String origin, Language in) {
    return switch (origin) {
      case "reference" -> in.say("run.origin-reference");
      case "administrator" -> in.say("run.origin-administrator");
      case "reader" -> in.say("run.origin-reader");
      case "token" -> in.say("run.origin-token");
      case "anonymous" -> in.say("run.origin-anonymous");
      case "demo" -> in.say("run.origin-demo");
      default -> origin;
    };
  }

  /** Why labelled rows are not learned from; as documents say it where there is no name for it. */
  static String leftOut(String why, Language in) {
    return switch (why) {
      case LeftOut.STRANGERS -> in.say("run.left-strangers");
      case LeftOut.FAULT -> in.say("run.left-fault");
      case LeftOut.PRIVATE -> in.say("run.left-private");
      case LeftOut.KIND -> in.say("run.left-kind");
      default -> why;
    };
  }

  /** A rule of the gate; one that there is no name for is called as it calls itself. */
  static String rule(String name, Language in) {
    return switch (name) {
      case "enough-rows" -> in.say("rule.enough-rows");
      case "accuracy" -> in.say("rule.accuracy");
      case "macro-f1" -> in.say("rule.macro-f1");
      case "log-loss" -> in.say("rule.log-loss");
      case "classes" -> in.say("rule.classes");
      case "better" -> in.say("rule.better");
      case "absolute-error" -> in.say("rule.absolute-error");
      case "squared-error" -> in.say("rule.squared-error");
      case "reference" -> in.say("rule.reference");
      default -> name;
    };
  }
}
