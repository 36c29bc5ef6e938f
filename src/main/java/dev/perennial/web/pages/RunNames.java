package dev.perennial.web.pages;

/** What states of runs and rules of the gate are called for people. Stateless. */
final class RunNames {
  private RunNames() {}

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
