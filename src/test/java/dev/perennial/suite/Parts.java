package dev.perennial.suite;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form of files, each by a name that would lead out of its folder. */
final class Parts {
  private static final String EDGE = "an-edge";
  static final String TYPE = "multipart/form-data; boundary=" + EDGE;

  private Parts() {}

  /** What stands before a file. */
  static byte[] head(String field) {
    return utf8(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"../../x\"\r\n\r\n"
            .formatted(EDGE, field));
  }

  static byte[] of(Map<String, byte[]> parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (var each : parts.entrySet()) {
      body.writeBytes(head(each.getKey()));
      body.writeBytes(each.getValue());
      body.writeBytes(utf8("\r\n"));
    }
    body.writeBytes(utf8("--" + EDGE + "--\r\n"));
    return body.toByteArray();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
