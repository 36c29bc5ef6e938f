package dev.perennial.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of a {@link Manifest}: UTF-8, two spaces, keys in the record's order, absent values
 * left out, numbers in the shortest form that reads back to the same bits. The same manifest gives
 * the same bytes on every machine. Safe for use by many threads.
 */
public final class ManifestJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .changeDefaultVisibility(
              checker -> checker.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .defaultPrettyPrinter(printer())
          .build();

  private ManifestJson() {}

  private static DefaultPrettyPrinter printer() {
    return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
  }

  /** The manifest's text, with a line end at its end. */
  public static String write(Manifest manifest) {
    return MAPPER.writeValueAsString(manifest) + "\n";
  }

  /**
   * Reads a manifest.
   *
   * @throws ModelException naming the first fault and where it stands
   */
  public static Manifest read(byte[] text) {
    return read(new String(text, StandardCharsets.UTF_8));
  }

  /** As {@link #read(byte[])}. */
  public static Manifest read(String text) {
    try {
      return MAPPER.readValue(text, Manifest.class);
    } catch (JacksonException e) {
      throw new ModelException("the manifest is not usable: " + fault(e), e);
    }
  }

  private static String fault(JacksonException e) {
    Throwable cause = e;
    while (cause != null) {
      if (cause instanceof ModelException known && known.getMessage() != null) {
        return known.getMessage();
      }
      cause = cause.getCause();
    }
    if (e instanceof DatabindException && !e.getPath().isEmpty()) {
      return "'" + path(e) + "' is missing, unknown or not of the right kind";
    }
    return "it is not JSON at line " + e.getLocation().getLineNr();
  }

  private static String path(JacksonException e) {
    return e.getPath().stream()
        .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
        .collect(Collectors.joining("."));
  }
}
