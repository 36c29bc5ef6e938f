package dev.perennial.web.pages;

import dev.perennial.model.Feature;
import dev.perennial.model.Kind;
import dev.perennial.serving.Accepts;
import dev.perennial.serving.FieldError;
import dev.perennial.serving.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The form as the page shows it.
 *
 * @param title of the model
 * @param target what is predicted, such as "Species"
 * @param problems what is wrong, for the top of the page; empty at first
 */
public record FormView(
    String model,
    int version,
    String title,
    String target,
    List<Field> fields,
    List<Message> problems) {

  /**
   * One input.
   *
   * @param id of the element, unique on the page
   * @param hint what training saw, or ""
   * @param value as typed
   * @param error what is wrong, or ""
   * @param choices the labels to choose from; empty for other kinds
   */
  public record Field(
      String id,
      String name,
      String label,
      String unit,
      String hint,
      String value,
      String error,
      boolean number,
      List<String> choices) {}

  /** A message for the summary; {@code field} is the id of the element it is about, or "". */
  public record Message(String field, String text) {}

  /** The form with these values, and what is wrong with them. */
  static FormView of(Live live, Map<String, List<String>> values, List<FieldError> errors) {
    List<Field> fields = new ArrayList<>();
    List<Feature> features = live.inputs().schema().features();
    for (int i = 0; i < features.size(); i++) {
      fields.add(field(features.get(i), "f" + i, values, errors));
    }
    return new FormView(
        live.model().id().model(),
        live.model().id().version(),
        live.model().manifest().title(),
        live.inputs().schema().target().label(),
        fields,
        errors.stream().map(error -> message(fields, error)).toList());
  }

  private static Field field(
      Feature feature, String id, Map<String, List<String>> values, List<FieldError> errors) {
    String hint =
        feature.observed().map(r -> "Training saw " + Accepts.range(feature, r)).orElse("");
    String unit = feature.unit().map(u -> " " + u).orElse("");
    String error =
        errors.stream()
            .filter(e -> e.field().equals(feature.name()))
            .map(e -> sentence(feature.label(), e))
            .findFirst()
            .orElse("");
    String value = values.getOrDefault(feature.name(), List.of("")).get(0);
    return new Field(
        id,
        feature.name(),
        feature.label(),
        unit.strip(),
        hint.isEmpty() ? "" : hint + unit,
        value,
        error,
        feature.kind() == Kind.NUMERIC,
        choices(feature, value));
  }

  /** The labels, and what was sent if it is none of them: it must not vanish from the form. */
  private static List<String> choices(Feature feature, String value) {
    if (!feature.isNominal() || feature.values().contains(value)) {
      return feature.values();
    }
    List<String> choices = new ArrayList<>(List.of(value));
    choices.addAll(feature.values());
    return choices;
  }

  private static Message message(List<Field> fields, FieldError error) {
    return fields.stream()
        .filter(field -> field.name().equals(error.field()))
        .map(field -> new Message(field.id(), sentence(field.label(), error)))
        .findFirst()
        .orElseGet(() -> new Message("", sentence("The field " + error.field(), error)));
  }

  private static String sentence(String subject, FieldError error) {
    return subject + " " + error.message() + ".";
  }
}
