package dev.perennial.serving;

import dev.perennial.words.Said;
import java.util.List;
import java.util.Optional;

/**
 * A label as it was sent: nothing is checked yet but the form.
 *
 * @param prediction the prediction's id as text
 * @param label the true answer
 * @param observedAt when it was seen
 * @param faults what is wrong with the form, such as a field that is given twice
 */
public record SentLabel(
    Optional<String> prediction,
    Optional<String> label,
    Optional<String> observedAt,
    List<Said> faults) {
  static final List<String> FIELDS = List.of("prediction_id", "label", "observed_at");

  public SentLabel {
    faults = List.copyOf(faults);
  }

  /** The label that somebody gave on a page. */
  public static SentLabel of(String prediction, String label) {
    return new SentLabel(Optional.of(prediction), Optional.of(label), Optional.empty(), List.of());
  }

  /**
   * The label with these texts.
   *
   * @param values in the order of {@link #FIELDS}
   */
  static SentLabel of(List<Optional<String>> values, List<Said> faults) {
    return new SentLabel(values.get(0), values.get(1), values.get(2), faults);
  }
}
