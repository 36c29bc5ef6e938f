package dev.perennial.watch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where alarms are told to, and with which key. Immutable.
 *
 * @param url http or https, with a host and without a user's name
 * @param secret the key of the signature; never to be printed
 * @param allowPrivate whether an address inside the private network will do
 */
public record Webhook(URI url, String secret, boolean allowPrivate) {
  private static final String ALGORITHM = "HmacSHA256";

  public Webhook {
    if (!isAcceptable(url)) {
      throw new IllegalArgumentException("not an http or https address with a host");
    }
  }

  /** The address that a text is, if it is one that can be used. */
  public static Optional<URI> url(String text) {
    try {
      return Optional.of(URI.create(text)).filter(Webhook::isAcceptable);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isAcceptable(URI url) {
    String scheme = url.getScheme();
    return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
        && url.getHost() != null
        && url.getRawUserInfo() == null;
  }

  boolean encrypted() {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  int port() {
    return url.getPort() >= 0 ? url.getPort() : encrypted() ? 443 : 80;
  }

  /** HMAC-SHA256 of the time, a full stop and the body, in hexadecimal. */
  String signature(long unixSeconds, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of()
          .formatHex(mac.doFinal((unixSeconds + "." + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "webhook to " + url.getHost();
  }
}
