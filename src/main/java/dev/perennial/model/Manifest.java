package dev.perennial.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a model version comes from and what it promises: {@code manifest.json} beside the
 * classifier, and the {@code manifest} column of its row. Immutable. Read and written by {@link
 * ManifestJson}, in this order of fields.
 *
 * @param format 1
 * @param model the model's name: letters, digits, '-' and '_', at most 100
 * @param title for people
 * @param algorithm what was trained
 * @param software what it was trained with
 * @param data the ARFF file it was trained on
 * @param holdOut which of its rows were kept from training
 * @param trainedAt when; for a seed the time written in its recipe, so that it can be made again
 * @param trainer who or what trained it
 * @param relation the ARFF header's relation
 * @param features the inputs in header order
 * @param target what is predicted
 * @param metrics on the hold-out
 * @param golden inputs with their answers: a version that does not repeat them is not served
 * @param classifier the serialized classifier
 * @param provenance why there is this version; absent for a seed
 */
public record Manifest(
    int format,
    String model,
    String title,
    Algorithm algorithm,
    Software software,
    Data data,
    HoldOut holdOut,
    Instant trainedAt,
    String trainer,
    String relation,
    List<Feature> features,
    Feature target,
    Metrics metrics,
    List<Golden> golden,
    FileFacts classifier,
    Optional<Provenance> provenance) {
  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public Manifest {
    if (format != 1) {
      throw new ModelException("its format is " + format + "; only 1 is known");
    }
    if (!MODEL.matcher(model).matches()) {
      throw new ModelException("'model' must be 1 to 100 letters, digits, '-' or '_'");
    }
    features = List.copyOf(features);
    golden = List.copyOf(golden);
    if (features.isEmpty()) {
      throw new ModelException("'features' is empty");
    }
    for (Golden each : golden) {
      if (each.inputs().size() != features.size()) {
        throw new ModelException("'golden' holds an input that does not fit the features");
      }
    }
  }

  /** The Weka class and its options as Weka prints them; the seed is also among the options. */
  public record Algorithm(String scheme, String options, int seed) {}

  /** Versions of Weka and Java. */
  public record Software(String weka, String java) {}

  /** The data file: its name, sha-256 and number of rows, and where the data come from. */
  public record Data(String file, String sha256, int rows, Optional<String> source) {
    public Data {
      checkFile("data", file, sha256);
      if (rows < 1) {
        throw new ModelException("'data.rows' must be at least 1");
      }
    }
  }

  /**
   * The rows kept from training.
   *
   * @param rule in words
   * @param seed of the shuffle
   * @param rows row numbers in the data file, the first being 1, ascending
   */
  public record HoldOut(String rule, int seed, List<Integer> rows) {
    /** Of a classifier that came as a file, with rows that it had not seen. */
    public static final String UNSEEN =
        "every fifth row of the data that came with the model, which was trained on none of them";

    /** Of a classifier that came as a file, with rows that it may have learned. */
    public static final String SEEN =
        "every fifth row of the data that came with the model, which may have been trained on them: figures of these rows are too good";

    public HoldOut {
      rows = List.copyOf(rows);
    }

    /** Whether the model may have been trained on these rows. */
    public boolean isSeen() {
      return rule.equals(SEEN);
    }

    /** Whether the model came as a file, so that it is not known what it was trained on. */
    public boolean isOfFile() {
      return isSeen() || rule.equals(UNSEEN);
    }
  }

  /** A file beside the manifest: plain name, sha-256, length in bytes. */
  public record FileFacts(String file, String sha256, long bytes) {
    public FileFacts {
      checkFile("classifier", file, sha256);
      if (bytes < 1) {
        throw new ModelException("'classifier.bytes' must be at least 1");
      }
    }
  }

  /**
   * Why there is this version.
   *
   * @param parent the version it replaces
   * @param rowsByOrigin such as reference, api, administrator
   * @param from time of the oldest row trained on
   * @param to time of the newest row trained on
   * @param requestedBy an account, a token or a policy
   * @param verdict of the gate on this very version
   */
  public record Provenance(
      Optional<Integer> parent,
      Map<String, Integer> rowsByOrigin,
      Optional<Instant> from,
      Optional<Instant> to,
      String requestedBy,
      String reason,
      Optional<Verdict> verdict) {
    public Provenance {
      rowsByOrigin = Collections.unmodifiableMap(new TreeMap<>(rowsByOrigin));
    }
  }

  public Schema schema() {
    return new Schema(relation, features, target);
  }

  /** The same with another origin. */
  Manifest with(Provenance other) {
    return new Manifest(
        format,
        model,
        title,
        algorithm,
        software,
        data,
        holdOut,
        trainedAt,
        trainer,
        relation,
        features,
        target,
        metrics,
        golden,
        classifier,
        Optional.of(other));
  }

  private static void checkFile(String what, String file, String sha256) {
    if (!FILE.matcher(file).matches()) {
      throw new ModelException("'" + what + ".file' must be a plain file name");
    }
    if (!SHA256.matcher(sha256).matches()) {
      throw new ModelException("'" + what + ".sha256' must be 64 hexadecimal digits");
    }
  }
}
