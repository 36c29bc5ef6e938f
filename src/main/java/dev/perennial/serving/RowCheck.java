package dev.perennial.serving;

import dev.perennial.model.Feature;
import dev.perennial.model.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks the values of one row as they arrive and makes the row, or the list of everything that is
 * wrong with it. The one validator behind every door. For one thread and one row.
 */
final class RowCheck {
  private static final int STRANGERS_LISTED = 100;
  private final Inputs inputs;
  private final Budget budget;
  private final double[] values;
  private final String[] texts;
  private final boolean[] given;
  private boolean hasTexts;
  private int strangers;
  private final List<FieldError> errors = new ArrayList<>(0);
  private final List<Warning> warnings = new ArrayList<>(0);

  RowCheck(Inputs inputs, Budget budget) {
    this.inputs = inputs;
    this.budget = budget;
    values = new double[inputs.size()];
    texts = new String[inputs.size()];
    given = new boolean[inputs.size()];
    Arrays.fill(texts, "");
  }

  /** Finds the feature for a name that was given, or notes the error and says {@code NONE}. */
  int named(String name) {
    int index = inputs.indexOf(name);
    if (index == Inputs.NONE) {
      stranger(name);
    } else if (given[index]) {
      error(index, Optional.empty(), "is given more than once; give it once");
      return Inputs.NONE;
    } else {
      given[index] = true;
    }
    return index;
  }

  /** Notes that a value for this feature follows; for doors that know their columns already. */
  void given(int index) {
    given[index] = true;
  }

  private void stranger(String name) {
    if (strangers++ >= STRANGERS_LISTED) {
      return;
    }
    List<String> known = inputs.schema().features().stream().map(Feature::name).toList();
    Optional<String> meant =
        budget.takeSuggestion() ? Nearest.of(name, known) : Optional.<String>empty();
    String hint =
        meant
            .map(m -> "did you mean \"" + m + "\"?")
            .orElseGet(() -> "the fields are " + Shown.text(String.join(", ", known)));
    errors.add(new FieldError(name, Optional.empty(), "is not a field of this model; " + hint));
  }

  /** A number for a numeric or date feature. */
  void number(int index, double value, String asSent) {
    Feature feature = inputs.feature(index);
    if (!Double.isFinite(value)) {
      error(index, Optional.of(asSent), "is too large for a number; give " + accepted(index));
      return;
    }
    values[index] = value;
    if (feature.observed().isPresent() && !feature.observed().get().contains(value)) {
      String unit = feature.unit().map(u -> " " + u).orElse("");
      warn(
          "out_of_range",
          feature,
          " %s%s is outside what training saw (%s%s); the answer may be unreliable."
              .formatted(
                  Accepts.value(feature, value),
                  unit,
                  Accepts.range(feature, feature.observed().get()),
                  unit));
    }
  }

  /** A label for a nominal feature. */
  void label(int index, String text) {
    Feature feature = inputs.feature(index);
    int label = inputs.labelOf(index, text);
    values[index] = label;
    if (label != Inputs.NONE) {
      return;
    }
    if (!inputs.policy().acceptUnlisted()) {
      error(index, Optional.of(text), "is not a known value; give " + accepted(index));
      return;
    }
    text(index, text);
    warn("unseen", feature, " \"%s\" is a value training never saw.".formatted(Shown.text(text)));
  }

  /** Free text, kept as it is. */
  void text(int index, String text) {
    if (!Shown.isStorable(text)) {
      error(index, Optional.of(text), "holds a character that is not valid Unicode text");
      return;
    }
    values[index] = Row.OTHER;
    texts[index] = text;
    hasTexts = true;
  }

  void missing(int index) {
    Feature feature = inputs.feature(index);
    values[index] = Row.MISSING;
    if (inputs.policy().acceptMissing()) {
      warn("missing", feature, " was not given; the answer may be unreliable.");
    } else {
      error(index, Optional.empty(), "is missing; give " + accepted(index));
    }
  }

  /** A value that cannot be used; {@code why} reads on from the field's name. */
  void refuse(int index, String asSent, String why) {
    error(index, Optional.of(asSent), why + "; give " + accepted(index));
  }

  /** All values have arrived. */
  Checked finish() {
    for (int i = 0; i < given.length; i++) {
      if (!given[i]) {
        missing(i);
      }
    }
    if (strangers > STRANGERS_LISTED) {
      int more = strangers - STRANGERS_LISTED;
      errors.add(FieldError.ofRow(more + " more fields are unknown to this model"));
    }
    if (errors.isEmpty()) {
      return new Checked.Accepted(hasTexts ? Row.of(values, texts) : Row.of(values), warnings);
    }
    if (!budget.listsErrors()) {
      String message =
          "has %d errors; too many rows were wrong to list them".formatted(errors.size());
      return new Checked.Refused(List.of(FieldError.ofRow(message)));
    }
    budget.listed(errors.size());
    return new Checked.Refused(errors);
  }

  private String accepted(int index) {
    return Accepts.words(inputs.feature(index));
  }

  private void error(int index, Optional<String> value, String message) {
    errors.add(new FieldError(inputs.feature(index).name(), value, message));
  }

  private void warn(String code, Feature feature, String rest) {
    warnings.add(new Warning(code + ":" + feature.name(), feature.name(), feature.label() + rest));
  }
}
