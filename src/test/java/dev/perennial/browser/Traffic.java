package dev.perennial.browser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page asked for.
 *
 * @param addresses of its requests, in order
 * @param bytes that came over the network, headers among them
 */
record Traffic(List<URI> addresses, long bytes) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** From the messages of Chromium's performance log. */
  static Traffic of(List<String> messages) {
    List<URI> addresses = new ArrayList<>();
    long bytes = 0;
    for (String text : messages) {
      JsonNode message = JSON.readTree(text).path("message");
      JsonNode told = message.path("params");
      switch (message.path("method").asString()) {
        case "Network.requestWillBeSent" ->
            addresses.add(URI.create(told.path("request").path("url").asString()));
        case "Network.loadingFinished" -> bytes += told.path("encodedDataLength").asLong();
        default -> {}
      }
    }
    return new Traffic(List.copyOf(addresses), bytes);
  }

  /** Requests to anybody but the server at this address. */
  List<URI> elsewhere(URI root) {
    return addresses.stream()
        .filter(a -> !"data".equals(a.getScheme()))
        .filter(a -> !root.getAuthority().equals(a.getAuthority()))
        .toList();
  }
}
