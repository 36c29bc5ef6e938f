package dev.perennial.training;

import dev.perennial.model.Manifest;
import dev.perennial.model.ModelException;
import dev.perennial.words.Said;
import java.util.regex.Pattern;
import weka.classifiers.Classifier;
import weka.core.OptionHandler;
import weka.core.Randomizable;
import weka.core.Utils;

/** Makes untrained classifiers by name. */
public final class Algorithms {
  /** They deserialize a file that their options name, past {@code ModelFiles}. */
  private static final Pattern READERS = Pattern.compile("SerializedClassifier|InputMapped");

  private static final Pattern SLOTS = Pattern.compile("(-num-slots|-slots)\\s+-?\\d+");

  /** As the table of the runs takes it. */
  private static final int MOST = 1_000;

  private Algorithms() {}

  /**
   * An untrained classifier. A seed goes to schemes that use one, over whatever the options say.
   *
   * @param scheme the full name of a Weka classifier, such as {@code
   *     weka.classifiers.functions.Logistic}
   * @param options as on Weka's command line; "" for its defaults
   * @throws ModelException if there is no such scheme or it refuses the options
   */
  public static Classifier make(String scheme, String options, int seed) {
    if (READERS.matcher(scheme + " " + options).find()) {
      throw new ModelException(Said.of("said.reads-a-model-file"));
    }
    if (!scheme.startsWith("weka.classifiers.")) {
      throw new ModelException(Said.of("said.no-classifier", scheme));
    }
    try {
      Classifier classifier =
          Class.forName(scheme).asSubclass(Classifier.class).getDeclaredConstructor().newInstance();
      if (classifier instanceof OptionHandler handler) {
        handler.setOptions(Utils.splitOptions(oneThread(options)));
      }
      if (classifier instanceof Randomizable random) {
        random.setSeed(seed);
      }
      return classifier;
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new ModelException(Said.of("said.no-classifier", scheme), e);
    } catch (Exception e) { // Weka declares nothing narrower
      throw new ModelException(
          Said.of("said.refuses-the-options", scheme, String.valueOf(e.getMessage())), e);
    }
  }

  /** A training leaves the other cores to those who ask: schemes that could take them take one. */
  private static String oneThread(String options) {
    return SLOTS.matcher(options).replaceAll("$1 1");
  }

  /** The algorithm with all its options, as the classifier itself states them. */
  static Manifest.Algorithm facts(Classifier classifier, int seed) {
    String options =
        classifier instanceof OptionHandler handler ? Utils.joinOptions(handler.getOptions()) : "";
    return new Manifest.Algorithm(classifier.getClass().getName(), options, seed);
  }

  /** The scheme with all its options in one line, alike however they were written; may be cut. */
  static String name(Manifest.Algorithm algorithm) {
    Manifest.Algorithm facts =
        facts(make(algorithm.scheme(), algorithm.options(), algorithm.seed()), algorithm.seed());
    String name = facts.scheme() + " " + facts.options();
    return name.substring(0, Math.min(MOST, name.length()));
  }
}
