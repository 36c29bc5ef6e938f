package dev.perennial.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.NormalizableDistance;

/**
 * The one place that turns bytes into a classifier. Nothing else in Perennial deserializes: Weka's
 * own readers have no filter.
 *
 * <p>The sha-256 is compared before the first byte is interpreted; then {@link AllowedClasses}
 * admits class by class, within {@link Limits}. Safe for use by many threads.
 */
public final class ModelFiles {
  private final Limits limits;

  public ModelFiles(Limits limits) {
    this.limits = limits;
  }

  /** A classifier fresh from its bytes, with the distance functions found inside it. */
  record Revived(Classifier classifier, List<NormalizableDistance> distances) {}

  /** The sha-256 as 64 lower-case hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** The bytes of a classifier, as {@link #revive} takes them. */
  public static byte[] bytes(Classifier classifier) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(classifier);
    } catch (IOException e) {
      throw new ModelException("the classifier cannot be written: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  /** Reads a file of at most {@link Limits#bytes()} and checks its sha-256. */
  byte[] read(Path file, String sha256) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > limits.bytes()) {
        throw tooLong(Files.size(file));
      }
      bytes = in.readAllBytes();
    } catch (NoSuchFileException e) {
      throw new ModelFileException("the file " + file.getFileName() + " is missing", e);
    } catch (IOException e) {
      throw new ModelFileException("the file " + file.getFileName() + " cannot be read", e);
    }
    verify(file.getFileName().toString(), bytes, sha256);
    return bytes;
  }

  /** Throws unless the bytes have this sha-256. */
  static void verify(String name, byte[] bytes, String sha256) {
    String found = sha256(bytes);
    if (!found.equals(sha256)) {
      throw new ModelFileException(
          String.format(
              "the file %s is damaged or altered: its sha-256 is %s, not %s", name, found, sha256));
    }
  }

  /**
   * What a file from outside holds.
   *
   * @param saved the header that Weka's Explorer writes behind the classifier
   */
  public record Content(Classifier classifier, Optional<Instances> saved) {}

  /**
   * Reads a file from outside through the filter.
   *
   * @throws ModelFileException if it is no serialized classifier
   */
  public Content content(byte[] bytes) {
    return read(
        bytes,
        sha256(bytes),
        in -> {
          Classifier classifier = classifier(in);
          try {
            return new Content(
                classifier,
                Optional.of(in.readObject())
                    .filter(Instances.class::isInstance)
                    .map(Instances.class::cast));
          } catch (EOFException e) {
            return new Content(classifier, Optional.empty());
          }
        });
  }

  /** A classifier from outside that answers rows of this header. */
  public Trial trial(byte[] bytes, Header header) {
    return new Trial(new ClassifierCopy(revive(bytes, sha256(bytes)), header), header);
  }

  /** A new, independent classifier from bytes that have this sha-256. */
  Revived revive(byte[] bytes, String sha256) {
    return read(bytes, sha256, in -> new Revived(classifier(in), List.copyOf(in.distances)));
  }

  private static Classifier classifier(Reader in) throws IOException, ClassNotFoundException {
    if (in.readObject() instanceof Classifier classifier) {
      return classifier;
    }
    throw new ModelFileException("the model file is refused: it holds no classifier");
  }

  private interface Reading<T> {
    T of(Reader in) throws IOException, ClassNotFoundException;
  }

  private <T> T read(byte[] bytes, String sha256, Reading<T> reading) {
    if (bytes.length > limits.bytes()) {
      throw tooLong(bytes.length);
    }
    verify("of the classifier", bytes, sha256);
    AllowedClasses filter = new AllowedClasses(limits);
    try (Reader in = new Reader(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(filter);
      return reading.of(in);
    } catch (IOException | ClassNotFoundException | RuntimeException | StackOverflowError e) {
      throw e instanceof ModelFileException known ? known : refused(filter, e);
    }
  }

  private static ModelFileException refused(AllowedClasses filter, Throwable cause) {
    String why = filter.refusal();
    if (why.isEmpty()) {
      why = "it is cut off or is not a serialized classifier of this version of Weka";
    }
    return new ModelFileException("the model file is refused: " + why, cause);
  }

  private ModelFileException tooLong(long length) {
    return new ModelFileException(
        String.format(
            "the model file is refused: it has %d bytes; at most %d are accepted",
            length, limits.bytes()));
  }

  /** Notes every distance function in the stream: a copy has to put their ranges back. */
  private static final class Reader extends ObjectInputStream {
    private final List<NormalizableDistance> distances = new ArrayList<>();

    Reader(InputStream in) throws IOException {
      super(in);
      enableResolveObject(true);
    }

    @Override
    protected Object resolveObject(Object object) {
      if (object instanceof NormalizableDistance distance) {
        distances.add(distance);
      }
      return object;
    }
  }
}
