package dev.perennial.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to a webhook, over a socket of its own: java.net.http resolves the host by itself, so
 * that the address that was checked need not be the one it connects to. Follows no redirect, uses
 * no proxy, and reads no more of the response than its first line.
 */
final class WebhookPost {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})( .*)?");
  private static final int LONGEST_LINE = 500;

  private final Webhook webhook;
  private final Duration patience;

  /**
   * @param patience for connecting, and again for the whole of the rest
   */
  WebhookPost(Webhook webhook, Duration patience) {
    this.webhook = webhook;
    this.patience = patience;
  }

  /**
   * Sends a body and returns the status.
   *
   * @throws IOException with a sentence if there is no status
   */
  int send(long delivery, String body, long unixSeconds) throws IOException {
    InetAddress address = PublicAddress.of(webhook.url().getHost(), webhook.allowPrivate());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(address, webhook.port()), millis());
      long deadline = System.nanoTime() + patience.toNanos();
      plain.setSoTimeout(millis());
      try (Socket socket = webhook.encrypted() ? encrypted(plain) : plain) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream request = new ByteArrayOutputStream(content.length + 600);
        request.writeBytes(head(delivery, body, unixSeconds, content.length));
        request.writeBytes(content);
        socket.getOutputStream().write(request.toByteArray());
        socket.getOutputStream().flush();
        return status(socket, deadline);
      }
    }
  }

  private int millis() {
    return Math.toIntExact(patience.toMillis());
  }

  /** The certificate must be the host's, although the socket goes to an address. */
  private Socket encrypted(Socket plain) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket =
        (SSLSocket) factory.createSocket(plain, webhook.url().getHost(), webhook.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private byte[] head(long delivery, String body, long unixSeconds, int length) {
    URI url = webhook.url();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    String host = url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
    return String.join(
            "\r\n",
            "POST " + target + " HTTP/1.1",
            "Host: " + host,
            "Content-Type: application/json",
            "Content-Length: " + length,
            "User-Agent: Perennial",
            "Perennial-Delivery: " + delivery,
            "Perennial-Timestamp: " + unixSeconds,
            "Perennial-Signature: sha256=" + webhook.signature(unixSeconds, body),
            "Connection: close",
            "",
            "")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static int status(Socket socket, long deadline) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder line = new StringBuilder();
    while (true) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException("no answer in time");
      }
      socket.setSoTimeout((int) left);
      int next = in.read();
      if (next < 0 || next == '\n' || line.length() == LONGEST_LINE) {
        break;
      }
      line.append((char) next);
    }
    Matcher status = STATUS.matcher(line.toString().strip());
    if (!status.matches()) {
      throw new IOException("what answered does not speak HTTP");
    }
    return Integer.parseInt(status.group(1));
  }
}
