package dev.perennial.app;

import dev.perennial.model.ModelException;
import dev.perennial.monitor.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import weka.classifiers.trees.RandomForest;
import weka.classifiers.trees.RandomTree;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** Weka's random forest as the learner that tells live rows from reference rows. Stateless. */
final class DomainTrees {
  private static final int TREES = 50;
  private static final int DEEPEST = 8;
  private static final double ROWS_A_LEAF = 5;

  private DomainTrees() {}

  /** As {@link dev.perennial.monitor.DomainClassifier.Learner}. */
  static ToDoubleFunction<double[]> learn(
      List<Column> columns, double[][] rows, boolean[] live, long seed) {
    Instances data = empty(columns, rows.length);
    for (int i = 0; i < rows.length; i++) {
      data.add(instance(data, columns, rows[i], live[i] ? 1 : 0));
    }
    RandomForest forest = new RandomForest();
    try {
      if (forest.getClassifier()
          instanceof RandomTree tree) { // setOptions would scan the class path
        tree.setMinNum(ROWS_A_LEAF);
      }
      forest.setNumIterations(TREES);
      forest.setMaxDepth(DEEPEST);
      forest.setNumExecutionSlots(1);
      forest.setSeed((int) seed);
      forest.buildClassifier(data);
    } catch (Exception e) { // Weka declares nothing narrower
      throw new ModelException("live rows cannot be told from others: " + e.getMessage(), e);
    }
    return row -> score(forest, instance(data, columns, row, Double.NaN));
  }

  private static double score(RandomForest forest, DenseInstance instance) {
    try {
      return forest.distributionForInstance(instance)[1];
    } catch (Exception e) { // Weka declares nothing narrower
      throw new ModelException("a row cannot be told from others: " + e.getMessage(), e);
    }
  }

  /** Columns by their place, since names may be anything; the first label is the unknown one. */
  private static Instances empty(List<Column> columns, int rows) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      attributes.add(
          columns.get(i).nominal()
              ? new Attribute("c" + i, places(columns.get(i).labels().size() + 1))
              : new Attribute("c" + i));
    }
    attributes.add(new Attribute("side", places(2)));
    Instances data = new Instances("sides", attributes, rows);
    data.setClassIndex(columns.size());
    return data;
  }

  private static List<String> places(int count) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add("v" + i);
    }
    return places;
  }

  private static DenseInstance instance(
      Instances data, List<Column> columns, double[] row, double side) {
    double[] values = new double[columns.size() + 1];
    for (int i = 0; i < columns.size(); i++) {
      values[i] = columns.get(i).nominal() ? row[i] + 1 : row[i];
    }
    values[columns.size()] = side;
    DenseInstance instance = new DenseInstance(1, values);
    instance.setDataset(data);
    return instance;
  }
}
