package dev.perennial.training;

import dev.perennial.model.Arff;
import dev.perennial.model.Golden;
import dev.perennial.model.Header;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.Prediction;
import dev.perennial.model.Trial;
import weka.classifiers.Classifier;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Lets a classifier that somebody brings answer the rows that came with it. Read twice: what it
 * answers must not depend on what it was asked before. For one thread.
 */
final class TrialRun {
  private final ModelFiles.Content content;
  private final Instances rows;
  private final Header header;
  private final Trial one;
  private final Trial other;

  /**
   * @param rows with the class index set
   * @throws ModelException if the bytes are refused
   */
  TrialRun(ModelFiles files, byte[] bytes, Instances rows) {
    this.rows = rows;
    content = files.content(bytes);
    header = new Header(Arff.schema(rows, Arff.Naming.NONE), rows);
    one = files.trial(bytes, header);
    other = files.trial(bytes, header);
  }

  /** What the classifier says that it is. */
  Manifest.Algorithm algorithm(int seed) {
    try {
      return Algorithms.facts(content.classifier(), seed);
    } catch (RuntimeException e) { // of a classifier that lacks parts
      throw new ModelException("the model does not say how it was made, as if it were damaged", e);
    }
  }

  /** The answer to a row of the data. */
  Prediction answer(Instance row) {
    return one.predict(header.row(row));
  }

  /**
   * Checks that the classifier and the data belong together.
   *
   * @throws ModelException if they do not
   */
  void check() {
    content.saved().ifPresent(this::sameHeader);
    kindOfTarget();
    Prediction[] backwards = new Prediction[rows.numInstances()];
    for (int i = backwards.length - 1; i >= 0; i--) {
      backwards[i] = answer(other, i);
    }
    for (int i = 0; i < backwards.length; i++) {
      Golden first = Golden.of(header.schema(), header.row(rows.instance(i)), answer(one, i));
      if (!first.agrees(backwards[i])) {
        throw new ModelException(
            "The model, read twice, answers row %,d of the data in two ways: it cannot be served"
                .formatted(i + 1));
      }
    }
  }

  private Prediction answer(Trial trial, int row) {
    try {
      return trial.predict(header.row(rows.instance(row)));
    } catch (ModelException e) {
      throw new ModelException(
          "The model does not answer row %,d of the data (%s): send the header that it was trained with"
              .formatted(row + 1, e.getMessage()),
          e);
    }
  }

  /** Weka's Explorer saves the header of the training beside the classifier. */
  private void sameHeader(Instances saved) {
    if (saved.numAttributes() == rows.numAttributes()) {
      saved.setClassIndex(rows.classIndex());
    }
    String difference = rows.equalHeadersMsg(saved);
    if (difference != null) {
      throw new ModelException(
          "The model file holds the header of its training, and the data have another ("
              + difference.strip().replaceAll("\\s+", " ")
              + "): send that header");
    }
  }

  private void kindOfTarget() {
    boolean nominal = rows.classAttribute().isNominal();
    Classifier classifier = content.classifier();
    boolean able;
    try {
      Capabilities can = classifier.getCapabilities();
      able =
          nominal
              ? can.handles(Capability.NOMINAL_CLASS)
                  || (can.handles(Capability.BINARY_CLASS) && rows.numClasses() == 2)
              : can.handles(Capability.NUMERIC_CLASS);
    } catch (RuntimeException e) { // of a classifier that lacks parts
      throw new ModelException("The model does not say what it can predict, as if damaged", e);
    }
    if (!able) {
      throw new ModelException(
          nominal
              ? "The model predicts a number, and the target '%s' of the data is a choice"
                  .formatted(rows.classAttribute().name())
              : "The model predicts a choice, and the target '%s' of the data is a number"
                  .formatted(rows.classAttribute().name()));
    }
  }
}
