package dev.perennial.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Arff;
import dev.perennial.model.Iris;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.classifiers.Classifier;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.functions.Logistic;
import weka.classifiers.rules.JRip;
import weka.classifiers.trees.J48;
import weka.classifiers.trees.REPTree;
import weka.classifiers.trees.RandomForest;
import weka.classifiers.trees.RandomTree;
import weka.core.Instance;
import weka.core.Instances;

class ExplainerTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static LoadedModel model(Classifier classifier, Instances rows) {
    return Iris.loaded(Iris.trained(classifier, rows), rows, 1);
  }

  private static List<Row> rows(Instances data) {
    List<Row> rows = new ArrayList<>();
    for (Instance instance : data) {
      double[] values = new double[data.numAttributes() - 1];
      for (int i = 0; i < values.length; i++) {
        values[i] = instance.value(i);
      }
      rows.add(Row.of(values));
    }
    return rows;
  }

  private static double sum(Explanation explanation) {
    return explanation.contributions().stream().mapToDouble(Contribution::value).sum();
  }

  @Test
  void contributionsSumToTheDifferenceFromTheAveragePrediction() {
    Instances iris = Iris.rows();
    List<Row> rows = rows(iris);
    for (Classifier each : List.of(new J48(), new Logistic(), new RandomForest())) {
      LoadedModel model = model(each, iris);
      Explainer explainer = new Explainer(model, rows, LONG);
      for (int i = 0; i < rows.size(); i += 30) {
        Explanation why = explainer.explain(rows.get(i));
        int label = model.predict(rows.get(i)).classIndex();
        double average =
            rows.stream().mapToDouble(r -> model.predict(r).probability(label)).average().orElse(0);

        assertEquals(average, why.average(), 1e-12);
        assertEquals(why.answer() - average, sum(why), 1e-9);
        assertEquals(150, why.referenceRows());
        assertTrue(why.contributions().stream().allMatch(c -> c.error() == 0));
      }
    }
  }

  /** Of a linear model the value is known: coefficient times distance from the mean. */
  @Test
  void aLinearModelIsExplainedByItsCoefficients() {
    Instances data = linear(3, 200);
    LoadedModel model = model(new LinearRegression(), data);
    List<Row> rows = rows(data);
    Row asked = Row.of(1, 2, 3);
    Explanation why = new Explainer(model, rows, LONG).explain(asked);

    for (int i = 0; i < 3; i++) {
      int at = i;
      double mean = rows.stream().mapToDouble(r -> r.value(at)).average().orElse(0);
      assertEquals((i + 1) * (asked.value(i) - mean), why.contributions().get(i).value(), 1e-3);
    }
    assertEquals(Optional.empty(), why.label());
  }

  @Test
  void manyInputsAreSampledWithAStatedErrorAndTheSameSum() {
    Instances data = linear(20, 300);
    LoadedModel model = model(new LinearRegression(), data);
    Row asked = rows(data).get(7);
    Explanation why = new Explainer(model, rows(data), LONG).explain(asked);

    assertEquals(Explanation.Method.SAMPLED, why.method());
    assertEquals(why.answer() - why.average(), sum(why), 1e-6);
    for (int i = 0; i < 20; i++) {
      int at = i;
      double mean = rows(data).stream().mapToDouble(r -> r.value(at)).average().orElse(0);
      double expected = (i + 1) * (asked.value(i) - mean);
      Contribution found = why.contributions().get(i);
      assertTrue(found.error() > 0);
      assertTrue(Math.abs(found.value() - expected) < 5 * found.error(), found + " " + expected);
    }
  }

  @Test
  void withoutTimeItUsesFewReferenceRowsAndSaysSo() {
    Instances iris = Iris.rows();
    LoadedModel model = model(new J48(), iris);
    Explanation why = new Explainer(model, rows(iris), Duration.ZERO).explain(rows(iris).get(100));

    assertEquals(2, why.referenceRows());
    assertEquals(why.answer() - why.average(), sum(why), 1e-9);
  }

  @Test
  void treesAndRulesTellTheConditionsThatHeld() {
    Instances iris = Iris.rows();
    for (Classifier each : List.of(new J48(), new REPTree(), new RandomTree(), new JRip())) {
      LoadedModel model = model(each, iris);
      int told = 0;
      for (Row row : rows(iris)) {
        for (String condition : model.path(row)) {
          assertTrue(holds(condition, row), each.getClass() + ": " + condition + " of " + row);
          told++;
        }
      }
      assertTrue(told > 100, each.getClass() + " told " + told);
    }
    assertEquals(List.of(), model(new Logistic(), iris).path(rows(iris).get(0)));
    assertFalse(model(new J48(), iris).path(rows(iris).get(0)).isEmpty());
  }

  private static boolean holds(String condition, Row row) {
    String[] parts = condition.replaceAll("[()]", "").strip().split("\\s+", -1);
    double value = row.value(Iris.rows().attribute(parts[0]).index());
    double bound = Double.parseDouble(parts[2]);
    return switch (parts[1]) {
      case "<=" -> value <= bound;
      case "<" -> value < bound;
      case ">=" -> value >= bound;
      case ">" -> value > bound;
      default -> false;
    };
  }

  /** y = 1 x1 + 2 x2 + 3 x3 + … */
  private static Instances linear(int inputs, int n) {
    StringBuilder arff = new StringBuilder("@relation linear\n");
    for (int i = 0; i < inputs; i++) {
      arff.append("@attribute x").append(i).append(" numeric\n");
    }
    arff.append("@attribute y numeric\n@data\n");
    Random random = new Random(1);
    for (int row = 0; row < n; row++) {
      double y = 0;
      for (int i = 0; i < inputs; i++) {
        double x = random.nextGaussian();
        y += (i + 1) * x;
        arff.append(x).append(',');
      }
      arff.append(y).append('\n');
    }
    return Arff.read(arff.toString(), Optional.empty());
  }
}
