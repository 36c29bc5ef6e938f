package dev.perennial.web.api;

import dev.perennial.model.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** A verdict of the gate as a part of a JSON document, its sentences in English. Stateless. */
final class VerdictJson {
  private VerdictJson() {}

  static Map<String, Object> of(Verdict verdict) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("admitted", verdict.admitted());
    document.put("better", verdict.better());
    document.put("gain", verdict.gain());
    document.put("rules", verdict.rules().stream().map(VerdictJson::of).toList());
    return document;
  }

  private static Map<String, Object> of(Verdict.Rule rule) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("decides", rule.decides());
    document.put("name", rule.name());
    document.put("passed", rule.passed());
    document.put("sentence", rule.sentence());
    return document;
  }
}
