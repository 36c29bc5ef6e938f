package dev.perennial.web.api;

import dev.perennial.model.Feature;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Describes models as JSON documents: what they take, give and promise. */
final class ModelDocument {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private final ModelRegistry registry;
  private final LiveModels models;

  ModelDocument(ModelRegistry registry, LiveModels models) {
    this.registry = registry;
    this.models = models;
  }

  /** All models, one short entry each. */
  byte[] list(HttpServletRequest request) throws JacksonException {
    List<Map<String, Object>> entries =
        models.names().stream()
            .flatMap(n -> models.find(n).stream())
            .map(live -> brief(request, live))
            .toList();
    return MAPPER.writeValueAsBytes(Map.of("models", entries));
  }

  /** One model in full. */
  byte[] of(HttpServletRequest request, Live live) throws JacksonException {
    Manifest manifest = live.model().manifest();
    Map<String, Object> document = brief(request, live);
    document.put("algorithm", manifest.algorithm());
    document.put("trained_at", manifest.trainedAt());
    document.put(
        "features",
        live.inputs().schema().features().stream().map(ModelDocument::feature).toList());
    document.put("target", feature(live.inputs().schema().target()));
    document.put("metrics", manifest.metrics());
    document.put(
        "versions",
        registry.versions(live.model().id().model()).stream().map(v -> version(v, live)).toList());
    document.put("sample_request", sample(request, live));
    return MAPPER.writeValueAsBytes(document);
  }

  private static Map<String, Object> brief(HttpServletRequest request, Live live) {
    VersionId id = live.model().id();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("model", id.model());
    entry.put("title", live.model().manifest().title());
    entry.put("version", id.version());
    entry.put("ready", true);
    entry.put("predict", SampleRequest.path(request, id.model()));
    return entry;
  }

  private static Map<String, Object> feature(Feature feature) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", feature.name());
    entry.put("label", feature.label());
    entry.put("kind", feature.kind().name().toLowerCase(Locale.ROOT));
    feature.unit().ifPresent(unit -> entry.put("unit", unit));
    if (feature.isPrivate()) {
      entry.put("private", true);
    }
    feature.observed().ifPresent(range -> entry.put("range", range));
    if (!feature.values().isEmpty()) {
      entry.put("values", feature.values());
    }
    return entry;
  }

  private Map<String, Object> version(VersionId id, Live live) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("version", id.version());
    entry.put("champion", id.key() == live.model().id().key());
    entry.put("trained_at", registry.manifest(id.key()).trainedAt());
    return entry;
  }

  private static Map<String, Object> sample(HttpServletRequest request, Live live) {
    String body = SampleRequest.body(live.inputs().schema(), live.sample());
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("method", "POST");
    entry.put("path", SampleRequest.path(request, live.model().id().model()));
    entry.put("headers", Map.of("Content-Type", "application/json"));
    entry.put("body", MAPPER.readTree(body));
    entry.put("curl", SampleRequest.curl(request, live.model().id().model(), body));
    return entry;
  }
}
