package dev.perennial.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs versions, so that nobody without the home's key can put a classifier in the place of
 * another: a serialized classifier is a program. Safe for use by many threads.
 *
 * <p>Signed (HMAC-SHA256) are the model's name, the version's number, the manifest, which holds the
 * sha-256 of the classifier and of the data, and the ARFF header.
 */
public final class Signatures {
  private final SecretKeySpec key;

  /**
   * @param key secret; at least 16 bytes
   */
  public Signatures(byte[] key) {
    if (key.length < 16) {
      throw new IllegalArgumentException("the key needs at least 16 bytes, got " + key.length);
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** 64 lower-case hexadecimal digits. */
  String of(String model, int version, String manifest, String header) {
    String text =
        String.join(
            "\n",
            "perennial version",
            model,
            Integer.toString(version),
            ModelFiles.sha256(manifest.getBytes(StandardCharsets.UTF_8)),
            ModelFiles.sha256(header.getBytes(StandardCharsets.UTF_8)));
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /**
   * @throws ModelFileException unless the signature is this version's
   */
  void check(String signature, VersionId id, String manifest, String header) {
    byte[] made =
        of(id.model(), id.version(), manifest, header).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(made, signature.strip().getBytes(StandardCharsets.US_ASCII))) {
      throw new ModelFileException(
          "its signature does not fit: its files, its row or the key in secrets were changed");
    }
  }
}
