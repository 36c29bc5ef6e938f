package dev.perennial.training;

import dev.perennial.log.JsonText;
import dev.perennial.model.Feature;
import dev.perennial.model.Schema;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/** Reads rows of the log as instances of one header. For one thread. */
final class StoredRows {
  private final Instances structure;

  /**
   * @param structure whose class index is set; takes the texts of string attributes
   */
  StoredRows(Instances structure) {
    this.structure = structure;
  }

  /**
   * The row with its label as its class. A nominal value that the header does not know is missing.
   *
   * @param schema by which the row was written
   * @param inputs as the log has them
   * @return nothing if the header has other attributes, or the label is none of this target
   */
  Optional<Instance> read(Schema schema, String inputs, String label) {
    OptionalDouble target = target(label);
    List<@Nullable Object> values = JsonText.values(inputs);
    if (target.isEmpty() || values.size() + 1 != structure.numAttributes()) {
      return Optional.empty();
    }
    double[] row = new double[structure.numAttributes()];
    row[structure.classIndex()] = target.getAsDouble();
    for (int i = 0; i < values.size(); i++) {
      Feature feature = schema.features().get(i);
      Attribute attribute = structure.attribute(feature.name());
      if (attribute == null || attribute.index() == structure.classIndex()) {
        return Optional.empty();
      }
      row[attribute.index()] = value(attribute, values.get(i));
    }
    Instance instance = new DenseInstance(1, row);
    instance.setDataset(structure);
    return Optional.of(instance);
  }

  private static double value(Attribute attribute, @Nullable Object value) {
    if (value instanceof Number number && attribute.isNumeric()) {
      return number.doubleValue();
    }
    if (value instanceof String text && attribute.isNominal()) {
      int index = attribute.indexOfValue(text);
      return index < 0 ? Utils.missingValue() : index;
    }
    return value instanceof String text && attribute.isString()
        ? attribute.addStringValue(text)
        : Utils.missingValue();
  }

  private OptionalDouble target(String label) {
    Attribute target = structure.classAttribute();
    if (target.isNominal()) {
      int index = target.indexOfValue(label);
      return index < 0 ? OptionalDouble.empty() : OptionalDouble.of(index);
    }
    try {
      double number = Double.parseDouble(label);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
