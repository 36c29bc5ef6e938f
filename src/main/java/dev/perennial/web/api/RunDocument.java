package dev.perennial.web.api;

import dev.perennial.training.Progress;
import dev.perennial.training.Run;
import dev.perennial.training.Runs;
import dev.perennial.web.Exchange;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run as a JSON document. Stateless. */
final class RunDocument {
  private RunDocument() {}

  static byte[] of(Run run, Runs runs, Exchange exchange) {
    Map<String, Object> document = brief(run, runs, exchange);
    run.data().ifPresent(data -> document.put("data", data));
    run.verdict().ifPresent(verdict -> document.put("verdict", verdict));
    return InEnglish.MAPPER.writeValueAsBytes(document);
  }

  static byte[] of(List<Run> all, Runs runs, Exchange exchange) {
    return InEnglish.MAPPER.writeValueAsBytes(
        Map.of("runs", all.stream().map(run -> brief(run, runs, exchange)).toList()));
  }

  /** What may change while it goes on: one line, without names. */
  static byte[] tick(Run run, Runs runs) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", run.id());
    document.put("state", run.state().text());
    document.put("sentence", run.sentence().english());
    runs.progress(run.id()).ifPresent(progress -> document.put("progress", of(run, progress)));
    run.version().ifPresent(version -> document.put("version", version));
    return InEnglish.MAPPER.writeValueAsBytes(document);
  }

  private static Map<String, Object> brief(Run run, Runs runs, Exchange exchange) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("run", run.id());
    document.put("model", run.model());
    document.put("state", run.state().text());
    document.put("sentence", run.sentence().english());
    document.put("requested_at", run.requestedAt());
    document.put("requested_by", exchange.shown(run.requestedBy()));
    document.put("reason", run.reason());
    run.startedAt().ifPresent(at -> document.put("started_at", at));
    run.endedAt().ifPresent(at -> document.put("ended_at", at));
    runs.progress(run.id()).ifPresent(progress -> document.put("progress", of(run, progress)));
    run.version().ifPresent(version -> document.put("version", version));
    return document;
  }

  private static Map<String, Object> of(Run run, Progress progress) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("phase", run.state().text());
    document.put("percent", progress.percent());
    document.put("elapsed_ms", progress.elapsed().toMillis());
    progress.left().map(Duration::toMillis).ifPresent(left -> document.put("left_ms", left));
    document.put("sentence", progress.sentence().english());
    return document;
  }
}
