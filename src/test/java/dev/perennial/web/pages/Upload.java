package dev.perennial.web.pages;

import dev.perennial.app.Site;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** Sends a file to the administrator's upload, as a program with the token does. */
final class Upload {
  private static final String EDGE = "an-edge-between-parts";

  private Upload() {}

  static HttpResponse<String> send(Site site, String name, byte[] file) throws Exception {
    byte[] head = head(name).getBytes(StandardCharsets.UTF_8);
    byte[] tail = tail().getBytes(StandardCharsets.UTF_8);
    return send(site, BodyPublishers.ofByteArrays(List.of(head, file, tail)));
  }

  /** Without a length in front. */
  static HttpResponse<String> stream(Site site, String name, InputStream file) throws Exception {
    InputStream head = new ByteArrayInputStream(head(name).getBytes(StandardCharsets.UTF_8));
    InputStream tail = new ByteArrayInputStream(tail().getBytes(StandardCharsets.UTF_8));
    InputStream all = new SequenceInputStream(Collections.enumeration(List.of(head, file, tail)));
    return send(site, BodyPublishers.ofInputStream(() -> all));
  }

  private static HttpResponse<String> send(Site site, BodyPublisher body) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at("admin/models"))
            .header("Authorization", "Bearer " + Site.TOKEN)
            .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
            .POST(body));
  }

  private static String head(String name) {
    return "--%s\r\nContent-Disposition: form-data; name=\"table\"; filename=\"%s\"\r\n\r\n"
        .formatted(EDGE, name);
  }

  private static String tail() {
    return "\r\n--" + EDGE + "--\r\n";
  }
}
