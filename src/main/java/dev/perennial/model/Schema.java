package dev.perennial.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a model takes and gives, from its ARFF header. Immutable.
 *
 * @param relation the header's {@code @relation}
 * @param features the inputs in header order, without the target
 * @param target what is predicted: nominal for a classifier, numeric for a regressor
 */
public record Schema(String relation, List<Feature> features, Feature target) {
  public Schema {
    features = List.copyOf(features);
  }

  /** The position of the feature of exactly this name. */
  public OptionalInt indexOf(String name) {
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i).name().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The class labels in header order; empty for a regressor. */
  public List<String> classes() {
    return target.values();
  }

  /** Whether a feature is private. */
  public boolean hasPrivate() {
    for (Feature feature : features) {
      if (feature.isPrivate()) {
        return true;
      }
    }
    return false;
  }

  /** By which the log is read and watched: a private feature is a choice of its bins there. */
  public Schema logged() {
    return hasPrivate()
        ? new Schema(
            relation,
            features.stream().map(f -> f.isPrivate() ? PrivateBins.logged(f) : f).toList(),
            target)
        : this;
  }

  /** What may be recorded of a row: a row of {@link #logged()}. */
  public Row logged(Row row) {
    return hasPrivate() ? PrivateBins.row(features, row) : row;
  }
}
