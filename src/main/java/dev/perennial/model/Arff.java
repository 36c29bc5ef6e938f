package dev.perennial.model;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weka.core.Attribute;
import weka.core.Instances;

/** Reads ARFF and says what its header promises. */
public final class Arff {
  private Arff() {}

  /**
   * What a person may say about an attribute beyond the header: name to label, name to unit, and
   * which are private.
   */
  public record Naming(Map<String, String> labels, Map<String, String> units, Set<String> hidden) {
    public static final Naming NONE = new Naming(Map.of(), Map.of());

    public Naming {
      labels = Map.copyOf(labels);
      units = Map.copyOf(units);
      hidden = Set.copyOf(hidden);
    }

    public Naming(Map<String, String> labels, Map<String, String> units) {
      this(labels, units, Set.of());
    }
  }

  /**
   * The rows of an ARFF text with the class index at the target: the attribute of that name, else
   * the last one.
   *
   * @throws ModelException if the text is not ARFF or has no such attribute
   */
  public static Instances read(Reader text, Optional<String> target) {
    try (text) {
      Instances rows = new Instances(text);
      rows.setClassIndex(targetOf(rows, target));
      return rows;
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException("the ARFF text cannot be read: " + e.getMessage(), e);
    }
  }

  /** As {@link #read(Reader, Optional)} for a text in memory. */
  public static Instances read(String text, Optional<String> target) {
    return read(new StringReader(text), target);
  }

  private static int targetOf(Instances rows, Optional<String> target) {
    if (rows.numAttributes() < 2) {
      throw new ModelException("the ARFF header needs a target and at least one more attribute");
    }
    if (target.isEmpty()) {
      return rows.numAttributes() - 1;
    }
    Attribute attribute = rows.attribute(target.get());
    if (attribute == null) {
      throw new ModelException("the ARFF header has no attribute '" + target.get() + "'");
    }
    return attribute.index();
  }

  /** The schema of rows whose class index is set; the ranges are those of the rows, if any. */
  public static Schema schema(Instances rows, Naming naming) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < rows.numAttributes(); i++) {
      if (i != rows.classIndex()) {
        features.add(feature(rows, i, naming));
      }
    }
    Feature target = feature(rows, rows.classIndex(), naming);
    if (target.kind() != Kind.NOMINAL && target.kind() != Kind.NUMERIC) {
      throw new ModelException(
          "the target '" + target.name() + "' must be nominal or numeric to be predicted");
    }
    return new Schema(rows.relationName(), features, target);
  }

  private static Feature feature(Instances rows, int index, Naming naming) {
    Attribute attribute = rows.attribute(index);
    String name = attribute.name();
    return new Feature(
        name,
        naming.labels().getOrDefault(name, label(name)),
        kind(attribute),
        attribute.isNominal() ? labels(attribute) : List.of(),
        observed(rows, index),
        Optional.ofNullable(naming.units().get(name)),
        naming.hidden().contains(name) ? Optional.of(true) : Optional.empty());
  }

  static Kind kind(Attribute attribute) {
    return switch (attribute.type()) {
      case Attribute.NUMERIC -> Kind.NUMERIC;
      case Attribute.NOMINAL -> Kind.NOMINAL;
      case Attribute.DATE -> Kind.DATE;
      case Attribute.STRING -> Kind.STRING;
      default ->
          throw new ModelException(
              "the attribute '" + attribute.name() + "' is relational, which is not supported");
    };
  }

  /** The labels of a nominal attribute in header order. */
  public static List<String> labels(Attribute nominal) {
    List<String> values = new ArrayList<>();
    Collections.list(nominal.enumerateValues()).forEach(value -> values.add(value.toString()));
    return values;
  }

  private static Optional<Range> observed(Instances rows, int index) {
    if (!rows.attribute(index).isNumeric()) {
      return Optional.empty();
    }
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows.numInstances(); i++) {
      double value = rows.instance(i).value(index);
      if (!Double.isNaN(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    return min <= max ? Optional.of(new Range(min, max)) : Optional.empty();
  }

  /** "sepal_length" becomes "Sepal Length"; letters after the first of a word stay as they are. */
  static String label(String name) {
    StringBuilder label = new StringBuilder();
    for (String word : name.strip().split("[_\\s]+", -1)) {
      if (!word.isEmpty()) {
        int first = word.offsetByCodePoints(0, 1);
        label.append(label.isEmpty() ? "" : " ");
        label
            .append(word.substring(0, first).toUpperCase(Locale.ROOT))
            .append(word.substring(first));
      }
    }
    return label.isEmpty() ? name : label.toString();
  }
}
