package dev.perennial.serving;

import dev.perennial.model.Feature;
import dev.perennial.model.Row;
import dev.perennial.words.Said;
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
      error(index, Optional.empty(), Said.of("said.given-twice", Said.SUBJECT));
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
    Said fault =
        meant
            .map(m -> Said.of("said.stranger-meant", Said.SUBJECT, m))
            .orElseGet(
                () -> Said.of("said.stranger", Said.SUBJECT, Shown.text(String.join(", ", known))));
    errors.add(new FieldError(name, Optional.empty(), fault));
  }

  /** A number for a numeric or date feature. */
  void number(int index, double value, String asSent) {
    Feature feature = inputs.feature(index);
    if (!Double.isFinite(value)) {
      refuse(index, asSent, Said.of("said.too-large-a-number", Said.SUBJECT));
      return;
    }
    values[index] = value;
    if (feature.observed().isPresent() && !feature.observed().get().contains(value)) {
      String unit = feature.unit().map(u -> " " + u).orElse("");
      warn(
          "out_of_range",
          feature,
          Said.of(
              "said.out-of-range",
              feature.label(),
              Accepts.value(feature, value),
              unit,
              Accepts.range(feature, feature.observed().get())));
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
      refuse(index, text, Said.of("said.unknown-value", Said.SUBJECT));
      return;
    }
    text(index, text);
    warn("unseen", feature, Said.of("said.never-seen", feature.label(), Shown.text(text)));
  }

  /** Free text, kept as it is. */
  void text(int index, String text) {
    if (!Shown.isStorable(text)) {
      error(index, Optional.of(text), Said.of("said.not-unicode", Said.SUBJECT));
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
      warn("missing", feature, Said.of("said.not-given", feature.label()));
    } else {
      error(index, Optional.empty(), give(index, Said.of("said.is-missing", Said.SUBJECT)));
    }
  }

  /** A value that cannot be used; {@code why} is about {@link Said#SUBJECT}. */
  void refuse(int index, String asSent, Said why) {
    error(index, Optional.of(asSent), give(index, why));
  }

  /** All values have arrived. */
  Checked finish() {
    for (int i = 0; i < given.length; i++) {
      if (!given[i]) {
        missing(i);
      }
    }
    if (strangers > STRANGERS_LISTED) {
      long more = (long) strangers - STRANGERS_LISTED;
      errors.add(
          FieldError.ofRow(
              more == 1
                  ? Said.of("said.one-more-stranger", more)
                  : Said.of("said.more-strangers", more)));
    }
    if (errors.isEmpty()) {
      return new Checked.Accepted(hasTexts ? Row.of(values, texts) : Row.of(values), warnings);
    }
    if (!budget.listsErrors()) {
      long count = errors.size();
      Said fault =
          count == 1
              ? Said.of("said.has-an-error", Said.SUBJECT, count)
              : Said.of("said.has-errors", Said.SUBJECT, count);
      return new Checked.Refused(List.of(FieldError.ofRow(fault)));
    }
    budget.listed(errors.size());
    return new Checked.Refused(errors);
  }

  private Said give(int index, Said why) {
    return Said.of("said.give", why, Accepts.words(inputs.feature(index)));
  }

  private void error(int index, Optional<String> value, Said fault) {
    errors.add(new FieldError(inputs.feature(index).name(), value, fault));
  }

  private void warn(String code, Feature feature, Said message) {
    warnings.add(new Warning(code + ":" + feature.name(), feature.name(), message));
  }
}
