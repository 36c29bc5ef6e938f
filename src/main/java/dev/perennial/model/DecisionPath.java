package dev.perennial.model;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.classifiers.Classifier;
import weka.classifiers.rules.JRip;
import weka.classifiers.rules.Rule;
import weka.classifiers.trees.J48;
import weka.classifiers.trees.REPTree;
import weka.classifiers.trees.RandomTree;
import weka.classifiers.trees.j48.ClassifierTree;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * The conditions that a tree or a list of rules found true on the way to its answer, such as
 * "petal_length <= 1.9". Weka has no access to them, so its fields are read. Stateless.
 */
final class DecisionPath {
  private DecisionPath() {}

  /** One condition a step; empty for classifiers that are neither tree nor rules. */
  static List<String> of(Classifier classifier, Instance row) {
    try {
      if (classifier instanceof J48 tree) {
        return j48((ClassifierTree) field(tree, J48.class, "m_root"), row);
      }
      if (classifier instanceof REPTree || classifier instanceof RandomTree) {
        return binary(field(classifier, classifier.getClass(), "m_Tree"), row);
      }
      return classifier instanceof JRip rules ? rule(rules, row) : List.of();
    } catch (Exception e) { // Weka declares nothing narrower; an answer goes without its path
      return List.of();
    }
  }

  private static List<String> j48(ClassifierTree root, Instance row) throws Exception {
    List<String> path = new ArrayList<>();
    Instances header = new Instances(row.dataset(), 0);
    for (ClassifierTree at = root; !at.isLeaf(); ) {
      int branch = at.getLocalModel().whichSubset(row);
      if (branch < 0) {
        path.add(at.getLocalModel().leftSide(header).strip() + " is not known");
        return path;
      }
      path.add(
          at.getLocalModel().leftSide(header).strip()
              + " "
              + at.getLocalModel().rightSide(branch, header).strip());
      at = at.getSons()[branch];
    }
    return path;
  }

  /** REPTree's and RandomTree's nodes have the same fields without a class in common. */
  private static List<String> binary(Object root, Instance row) throws Exception {
    List<String> path = new ArrayList<>();
    Object node = root;
    while ((int) field(node, node.getClass(), "m_Attribute") >= 0) {
      Attribute attribute = row.attribute((int) field(node, node.getClass(), "m_Attribute"));
      if (row.isMissing(attribute)) {
        path.add(attribute.name() + " is not known");
        return path;
      }
      double split = (double) field(node, node.getClass(), "m_SplitPoint");
      double value = row.value(attribute);
      int branch = attribute.isNominal() ? (int) value : value < split ? 0 : 1;
      path.add(
          attribute.isNominal()
              ? attribute.name() + " = " + attribute.value(branch)
              : attribute.name() + (branch == 0 ? " < " : " >= ") + Utils.doubleToString(split, 6));
      node = ((Object[]) field(node, node.getClass(), "m_Successors"))[branch];
    }
    return path;
  }

  private static List<String> rule(JRip rules, Instance row) {
    for (Rule rule : rules.getRuleset()) {
      if (rule.covers(row)) {
        return rule instanceof JRip.RipperRule ripper
            ? ripper.getAntds().stream().map(JRip.Antd::toString).toList()
            : List.of();
      }
    }
    return List.of();
  }

  private static Object field(Object of, Class<?> type, String name) throws Exception {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    @Nullable Object value = field.get(of);
    if (value == null) {
      throw new IllegalStateException("not trained");
    }
    return value;
  }
}
