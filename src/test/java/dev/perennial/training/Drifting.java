package dev.perennial.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;

/**
 * Streams of labelled rows whose concept changes, by their published formulas and with seeds of our
 * own: SEA (Street and Kim 2001), STAGGER (Schlimmer and Granger 1986) and the rotating hyperplane
 * (Hulten, Spencer and Domingos 2001). For one thread.
 */
final class Drifting {
  /** How a stream labels a row, and how that changes. */
  enum Kind {
    /** Another threshold at a row by chance. */
    SEA,
    /** Another of the three rules at a row by chance. */
    STAGGER,
    /** Ten inputs; the weights of four move with every row. */
    HYPERPLANE,
    /** SEA without a change. */
    SEA_AT_REST,
    /** The hyperplane without a change. */
    HYPERPLANE_AT_REST
  }

  private static final double[] THRESHOLDS = {7, 8, 9, 9.5};
  private static final double NOISE = 0.1;
  private static final int MOVING = 4;
  private static final double STEP = 1e-4;

  private final Kind kind;
  private final Random random;
  private final Instances header;
  private final int change;
  private final int before;
  private final int after;
  private final double[] weights = new double[10];
  private final double[] steps = new double[10];

  /**
   * @param first the row before which nothing changes
   * @param last the row by which a sudden change has come
   */
  Drifting(Kind kind, long seed, int first, int last) {
    this.kind = kind;
    random = new Random(seed);
    header = header(kind);
    change = first + random.nextInt(last - first);
    int concepts = kind == Kind.STAGGER ? 3 : THRESHOLDS.length;
    before = random.nextInt(concepts);
    after = (before + 1 + random.nextInt(concepts - 1)) % concepts;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextDouble();
      steps[i] = i >= MOVING ? 0 : random.nextBoolean() ? STEP : -STEP;
    }
    this.first = first;
  }

  private final int first;

  private static Instances header(Kind kind) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    if (kind == Kind.STAGGER) {
      for (String name : List.of("size", "colour", "shape")) {
        attributes.add(new Attribute(name, List.of("a", "b", "c")));
      }
    } else {
      int inputs = kind == Kind.SEA || kind == Kind.SEA_AT_REST ? 3 : 10;
      for (int i = 0; i < inputs; i++) {
        attributes.add(new Attribute("x" + i));
      }
    }
    attributes.add(new Attribute("class", List.of("no", "yes")));
    Instances header = new Instances("stream", attributes, 0);
    header.setClassIndex(attributes.size() - 1);
    return header;
  }

  Instances header() {
    return header;
  }

  /**
   * Rows of the stream.
   *
   * @param from number of the first
   * @param still whether all are of the concept of the first
   */
  List<Instance> rows(int from, int count, boolean still) {
    List<Instance> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(row(still ? from : from + i));
    }
    return rows;
  }

  private Instance row(int at) {
    double[] values = new double[header.numAttributes()];
    for (int i = 0; i < values.length - 1; i++) {
      values[i] =
          switch (kind) {
            case STAGGER -> random.nextInt(3);
            case SEA, SEA_AT_REST -> 10 * random.nextDouble();
            case HYPERPLANE, HYPERPLANE_AT_REST -> random.nextDouble();
          };
    }
    boolean wrong = random.nextDouble() < NOISE;
    values[values.length - 1] = yes(values, at) == wrong ? 0 : 1;
    Instance row = new DenseInstance(1, values);
    row.setDataset(header);
    return row;
  }

  private boolean yes(double[] x, int at) {
    int concept = at < change ? before : after;
    return switch (kind) {
      case SEA -> x[0] + x[1] <= THRESHOLDS[concept];
      case SEA_AT_REST -> x[0] + x[1] <= THRESHOLDS[before];
      case STAGGER ->
          switch (concept) {
            case 0 -> x[0] == 0 && x[1] == 0;
            case 1 -> x[1] == 1 || x[2] == 0;
            default -> x[0] != 0;
          };
      case HYPERPLANE -> above(x, Math.max(0, at - first));
      case HYPERPLANE_AT_REST -> above(x, 0);
    };
  }

  private boolean above(double[] x, int moved) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double weight = weights[i] + steps[i] * moved;
      sum += weight * (x[i] - 0.5);
    }
    return sum >= 0;
  }
}
