package dev.perennial.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON documents. Safe for use by many threads. */
public final class Json {
  /** Without a separator: it would be a space before each line but the first of JSON lines. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .rootValueSeparator("")
          .build();

  private Json() {}

  public static JsonGenerator generator(OutputStream out) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** The bytes of a small document. */
  public static byte[] bytes(Consumer<JsonGenerator> document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator json = generator(out)) {
      document.accept(json);
    }
    return out.toByteArray();
  }

  /** Sends a whole document with its length. */
  public static void send(HttpServletResponse response, int status, String type, byte[] document)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }
}
