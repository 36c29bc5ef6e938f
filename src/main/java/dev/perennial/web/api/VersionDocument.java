package dev.perennial.web.api;

import dev.perennial.model.Manifest;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Promotion;
import dev.perennial.model.VersionId;
import dev.perennial.web.Exchange;
import dev.perennial.web.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions and their history as JSON documents. Safe for use by many threads. */
final class VersionDocument {
  private final ModelRegistry registry;

  VersionDocument(ModelRegistry registry) {
    this.registry = registry;
  }

  byte[] list(String model, Exchange exchange) {
    List<Map<String, Object>> versions =
        registry.versions(model).stream().map(id -> brief(id, exchange)).toList();
    return InEnglish.MAPPER.writeValueAsBytes(Map.of("model", model, "versions", versions));
  }

  /** Answers with a version that has just been registered. */
  void created(VersionId id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = "/api/v1/models/" + id.model() + "/versions/" + id.version();
    response.setHeader("Location", request.getContextPath() + path);
    Json.send(response, 201, "application/json", one(id, Exchange.of(request)));
  }

  byte[] one(VersionId id, Exchange exchange) {
    Map<String, Object> document = brief(id, exchange);
    Manifest manifest = registry.manifest(id.key());
    document.put("software", manifest.software());
    document.put("data", manifest.data());
    document.put(
        "hold_out",
        Map.of(
            "rule",
            manifest.holdOut().rule(),
            "seed",
            manifest.holdOut().seed(),
            "rows",
            manifest.holdOut().rows().size()));
    manifest
        .provenance()
        .ifPresent(
            provenance -> {
              document.put("rows_by_origin", provenance.rowsByOrigin());
              provenance.from().ifPresent(at -> document.put("from", at));
              provenance.to().ifPresent(at -> document.put("to", at));
              provenance.verdict().ifPresent(verdict -> document.put("verdict", verdict));
            });
    return InEnglish.MAPPER.writeValueAsBytes(document);
  }

  private Map<String, Object> brief(VersionId id, Exchange exchange) {
    Manifest manifest = registry.manifest(id.key());
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("version", id.version());
    entry.put("aliases", aliases(id));
    entry.put("algorithm", manifest.algorithm());
    entry.put("trained_at", manifest.trainedAt());
    entry.put("metrics", manifest.metrics());
    manifest
        .provenance()
        .ifPresent(
            provenance -> {
              provenance.parent().ifPresent(parent -> entry.put("parent", parent));
              entry.put("requested_by", exchange.shown(provenance.requestedBy()));
              entry.put("reason", provenance.reason());
              provenance.verdict().ifPresent(verdict -> entry.put("admitted", verdict.admitted()));
            });
    return entry;
  }

  private List<String> aliases(VersionId id) {
    List<String> aliases = new ArrayList<>();
    if (registry.champion(id.model()).equals(Optional.of(id))) {
      aliases.add("champion");
    }
    if (registry.challenger(id.model()).equals(Optional.of(id))) {
      aliases.add("challenger");
    }
    return aliases;
  }

  byte[] history(String model, Exchange exchange) {
    List<Map<String, Object>> changes =
        registry.history(model).stream().map(change -> change(change, exchange)).toList();
    return InEnglish.MAPPER.writeValueAsBytes(Map.of("model", model, "history", changes));
  }

  static byte[] of(Promotion change, Exchange exchange) {
    return InEnglish.MAPPER.writeValueAsBytes(change(change, exchange));
  }

  private static Map<String, Object> change(Promotion change, Exchange exchange) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("alias", change.alias().text());
    change.from().ifPresent(from -> entry.put("from", from));
    entry.put("to", change.to());
    entry.put("at", change.at());
    entry.put("by", exchange.shown(change.actor()));
    entry.put("reason", change.reason());
    return entry;
  }
}
