package dev.perennial.model;

import java.util.List;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * A model's ARFF header beside its {@link Schema}: turns rows into what Weka reads.
 *
 * <p>Immutable. {@link #dataset()} makes the mutable part, one for each copy of a classifier:
 * string values are written into the attribute itself, so that sharing one would mix up callers.
 */
public final class Header {
  private final Schema schema;
  private final Instances structure;
  private final int target;

  /**
   * @throws ModelException if the schema names other attributes, kinds or labels than the header
   */
  public Header(Schema schema, Instances structure) {
    this.schema = schema;
    this.structure = structure.stringFreeStructure();
    Attribute attribute = this.structure.attribute(schema.target().name());
    if (attribute == null || structure.numAttributes() != schema.features().size() + 1) {
      throw new ModelException("the ARFF header and the manifest name different attributes");
    }
    target = attribute.index();
    this.structure.setClassIndex(target);
    for (int i = 0; i < schema.features().size(); i++) {
      check(schema.features().get(i), this.structure.attribute(position(i)));
    }
    check(schema.target(), attribute);
  }

  private static void check(Feature feature, Attribute attribute) {
    boolean same =
        feature.name().equals(attribute.name())
            && feature.kind() == Arff.kind(attribute)
            && (!feature.isNominal() || feature.values().equals(Arff.labels(attribute)));
    if (!same) {
      throw new ModelException(
          "the manifest's feature '"
              + feature.name()
              + "' is not what the ARFF header declares in its place: '"
              + attribute.name()
              + "'");
    }
  }

  public Schema schema() {
    return schema;
  }

  /** The header as ARFF text, without rows. */
  public String arff() {
    return structure.toString();
  }

  /** An empty data set that shares nothing which an instance could change. */
  Instances dataset() {
    Instances copy = structure.stringFreeStructure();
    copy.setClassIndex(target);
    return copy;
  }

  /** Where the feature stands among the header's attributes: they include the target. */
  private int position(int feature) {
    return feature < target ? feature : feature + 1;
  }

  /**
   * The row as an instance of {@link #dataset()}, its class missing. A nominal label that the
   * header does not know is missing for Weka.
   */
  Instance instance(Row row, Instances dataset) {
    List<Feature> features = schema.features();
    if (row.size() != features.size()) {
      throw new IllegalArgumentException(
          "a row of " + row.size() + " values for " + features.size() + " features");
    }
    double[] values = new double[features.size() + 1];
    values[target] = Utils.missingValue();
    for (int i = 0; i < features.size(); i++) {
      values[position(i)] = value(features.get(i), row, i, dataset.attribute(position(i)));
    }
    Instance instance = new DenseInstance(1, values);
    instance.setDataset(dataset);
    return instance;
  }

  private static double value(Feature feature, Row row, int index, Attribute attribute) {
    double value = row.value(index);
    if (Double.isNaN(value)) {
      return Utils.missingValue();
    }
    return switch (feature.kind()) {
      case NUMERIC, DATE -> value;
      case NOMINAL -> value == Row.OTHER ? Utils.missingValue() : label(feature, value);
      case STRING -> {
        attribute.setStringValue(row.text(index));
        yield 0;
      }
    };
  }

  private static double label(Feature feature, double value) {
    if (value < 0 || value >= feature.values().size() || value != Math.rint(value)) {
      throw new IllegalArgumentException("no label " + value + " of '" + feature.name() + "'");
    }
    return value;
  }

  /** The row of an instance whose header is this one; absent labels become {@link Row#MISSING}. */
  public Row row(Instance instance) {
    double[] values = new double[schema.features().size()];
    String[] texts = new String[values.length];
    boolean hasTexts = false;
    for (int i = 0; i < values.length; i++) {
      int at = position(i);
      boolean text = schema.features().get(i).kind() == Kind.STRING && !instance.isMissing(at);
      values[i] = text ? Row.OTHER : instance.value(at);
      texts[i] = text ? instance.stringValue(at) : "";
      hasTexts |= text;
    }
    return hasTexts ? Row.of(values, texts) : Row.of(values);
  }
}
