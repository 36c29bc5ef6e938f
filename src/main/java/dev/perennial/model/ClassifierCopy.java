package dev.perennial.model;

import java.util.ArrayList;
import java.util.List;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.NormalizableDistance;

/**
 * One independent copy of a classifier with a header of its own. For one thread at a time.
 *
 * <p>Neighbour-based schemes (IBk, LWL, and whatever holds one) widen the ranges by which they
 * normalise at every query, so that an outlier would change all later answers. The ranges of the
 * training are put back after each answer: an answer depends on the row alone.
 */
final class ClassifierCopy {
  private final Classifier classifier;
  private final Header header;
  private final Instances dataset;
  private final List<TrainedRanges> ranges;

  ClassifierCopy(ModelFiles.Revived revived, Header header) {
    classifier = revived.classifier();
    this.header = header;
    dataset = header.dataset();
    ranges = TrainedRanges.of(revived.distances());
  }

  /** As {@link Answers#raw}. */
  double[] raw(Row row) {
    try {
      return Answers.raw(classifier, header.instance(row, dataset));
    } finally {
      ranges.forEach(TrainedRanges::restore);
    }
  }

  List<String> path(Row row) {
    return DecisionPath.of(classifier, header.instance(row, dataset));
  }

  /** The ranges of a distance function as training left them. */
  private static final class TrainedRanges {
    private final double[][] live;
    private final double[][] trained;

    private TrainedRanges(double[][] live) {
      this.live = live;
      trained = new double[live.length][];
      for (int i = 0; i < live.length; i++) {
        trained[i] = live[i].clone();
      }
    }

    static List<TrainedRanges> of(List<NormalizableDistance> distances) {
      List<TrainedRanges> all = new ArrayList<>();
      for (NormalizableDistance distance : distances) {
        all.add(new TrainedRanges(live(distance)));
      }
      return all;
    }

    private static double[][] live(NormalizableDistance distance) {
      try {
        return distance.getRanges();
      } catch (Exception e) { // a distance function that was never used has none
        return new double[0][];
      }
    }

    void restore() {
      for (int i = 0; i < live.length; i++) {
        System.arraycopy(trained[i], 0, live[i], 0, live[i].length);
      }
    }
  }
}
