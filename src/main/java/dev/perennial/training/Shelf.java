package dev.perennial.training;

import java.util.List;

/** The algorithms that people are offered first; any other of Weka's can be named in full. */
public final class Shelf {
  private static final List<String> FIRST =
      List.of(
          "weka.classifiers.trees.RandomForest",
          "weka.classifiers.trees.J48",
          "weka.classifiers.trees.LMT",
          "weka.classifiers.trees.REPTree",
          "weka.classifiers.trees.M5P",
          "weka.classifiers.functions.Logistic",
          "weka.classifiers.functions.SimpleLogistic",
          "weka.classifiers.functions.LinearRegression",
          "weka.classifiers.functions.SMO",
          "weka.classifiers.functions.SMOreg",
          "weka.classifiers.functions.MultilayerPerceptron",
          "weka.classifiers.functions.GaussianProcesses",
          "weka.classifiers.bayes.NaiveBayes",
          "weka.classifiers.bayes.BayesNet",
          "weka.classifiers.lazy.IBk",
          "weka.classifiers.rules.JRip",
          "weka.classifiers.rules.PART",
          "weka.classifiers.rules.M5Rules",
          "weka.classifiers.rules.DecisionTable",
          "weka.classifiers.meta.AdaBoostM1",
          "weka.classifiers.meta.Bagging",
          "weka.classifiers.meta.LogitBoost",
          "weka.classifiers.meta.AdditiveRegression");

  private Shelf() {}

  /** Their last names, such as J48. */
  public static List<String> names() {
    return FIRST.stream().map(name -> name.substring(name.lastIndexOf('.') + 1)).toList();
  }

  /** The full name of one that is offered; any other name as it is. */
  static String fullName(String name) {
    return FIRST.stream().filter(full -> full.endsWith("." + name)).findFirst().orElse(name);
  }
}
