package dev.perennial.web.pages;

import dev.perennial.model.Feature;
import dev.perennial.serving.Accepts;
import dev.perennial.serving.FieldError;
import dev.perennial.serving.Inputs;
import dev.perennial.web.pages.FormView.Entry;
import dev.perennial.web.pages.FormView.Field;
import dev.perennial.web.pages.FormView.Searched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the fields of a form from a model's header. For one form and one thread. */
final class FormFields {
  /** Beyond these a list of labels is searched, not read through. */
  private static final int MOST_CHOICES = 20;

  /** On one page; what is beyond is typed without help, so that the page stays light. */
  private static final int MOST_SEARCHED = 20_000;

  private final Inputs inputs;
  private final Language in;
  private final Map<String, List<String>> values;
  private final Map<String, String> errors = new HashMap<>();
  private final Map<List<String>, String> lists = new LinkedHashMap<>();
  private final List<Field> fields = new ArrayList<>();
  private int searched;

  private FormFields(Inputs inputs, Map<String, List<String>> values, Language in) {
    this.inputs = inputs;
    this.in = in;
    this.values = values;
  }

  static FormFields of(
      Inputs inputs, Map<String, List<String>> values, List<FieldError> wrong, Language in) {
    FormFields made = new FormFields(inputs, values, in);
    List<Feature> features = inputs.schema().features();
    Map<String, String> labels = new HashMap<>();
    features.forEach(feature -> labels.put(feature.name(), feature.label()));
    for (FieldError error : wrong) {
      String label = labels.getOrDefault(error.field(), "");
      made.errors.putIfAbsent(error.field(), in.said(error.sentence(label)));
    }
    for (int i = 0; i < features.size(); i++) {
      made.fields.add(made.field(features.get(i), "f" + i));
    }
    return made;
  }

  List<Field> fields() {
    return fields;
  }

  /** What the fields' {@code list} names, each once: columns often share their labels. */
  List<Searched> lists() {
    return lists.entrySet().stream().map(e -> new Searched(e.getValue(), e.getKey())).toList();
  }

  private Field field(Feature feature, String id) {
    String value = values.getOrDefault(feature.name(), List.of("")).get(0);
    Entry entry = entry(feature);
    return new Field(
        id,
        feature.name(),
        feature.label(),
        feature.unit().orElse(""),
        hint(feature, entry),
        value,
        errors.getOrDefault(feature.name(), ""),
        entry,
        entry == Entry.CHOICE ? choices(feature, value) : List.of(),
        none(value),
        entry == Entry.SEARCH ? list(feature.values()) : "");
  }

  private static Entry entry(Feature feature) {
    return switch (feature.kind()) {
      case NUMERIC -> Entry.NUMBER;
      case DATE -> Entry.LINE;
      case STRING -> Entry.TEXT;
      case NOMINAL -> feature.values().size() > MOST_CHOICES ? Entry.SEARCH : Entry.CHOICE;
    };
  }

  private String hint(Feature feature, Entry entry) {
    List<String> hints = new ArrayList<>();
    String unit = feature.unit().map(u -> " " + u).orElse("");
    if (entry == Entry.LINE) {
      hints.add(in.say("field.such-as-2026-11"));
    }
    if (entry == Entry.SEARCH) {
      hints.add(in.say("field.one-of-values-type", in.numbers().count(feature.values().size())));
    }
    feature
        .observed()
        .ifPresent(
            range ->
                hints.add(
                    in.say(
                        "field.training-saw-to",
                        Accepts.value(feature, range.min()),
                        Accepts.value(feature, range.max()) + unit)));
    if (inputs.takesMissing() && entry != Entry.CHOICE) {
      hints.add(in.say("field.leave-it-empty-if"));
    }
    if (feature.isPrivate()) {
      hints.add(in.say("field.private"));
    }
    return String.join(". ", hints);
  }

  /** The labels, and what was sent if it is none of them: it must not vanish from the form. */
  private static List<String> choices(Feature feature, String value) {
    if (value.isEmpty() || feature.values().contains(value)) {
      return feature.values();
    }
    List<String> choices = new ArrayList<>(List.of(value));
    choices.addAll(feature.values());
    return choices;
  }

  private String none(String value) {
    return inputs.takesMissing()
        ? in.say("field.unknown")
        : value.isEmpty() ? in.say("field.choose-one") : "";
  }

  private String list(List<String> labels) {
    String known = lists.getOrDefault(labels, "");
    if (known.isEmpty() && searched + labels.size() <= MOST_SEARCHED) {
      searched += labels.size();
      known = "l" + lists.size();
      lists.put(labels, known);
    }
    return known;
  }
}
