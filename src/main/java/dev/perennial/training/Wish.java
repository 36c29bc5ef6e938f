package dev.perennial.training;

import dev.perennial.model.Kind;
import dev.perennial.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person decides of a table that is to become a model.
 *
 * @param model the model's name
 * @param kinds by the column's position; a column without one is left out
 * @param target the position of the column to predict
 * @param scheme a Weka classifier with its options; "" for the best of several
 * @param hidden the positions of private columns: their values are not recorded
 * @param actor who decides
 */
public record Wish(
    String model,
    Map<Integer, Kind> kinds,
    int target,
    String scheme,
    Set<Integer> hidden,
    String actor) {
  /** A model's name is part of addresses and of a folder's name. */
  public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

  private static final int SEED = 1;

  public Wish {
    kinds = Map.copyOf(kinds);
    hidden = Set.copyOf(hidden);
  }

  /** The names of the private columns; the target is none. */
  Set<String> hidden(GivenTable table) {
    return hidden.stream()
        .filter(at -> at != target)
        .map(at -> table.columns().get(at).name())
        .collect(Collectors.toSet());
  }

  /** Everything as it seems, with the last column as the target. */
  public static Wish of(String model, GivenTable table, String actor) {
    Map<Integer, Kind> kinds = new java.util.HashMap<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int at = i;
      table.columns().get(i).guess().ifPresent(kind -> kinds.put(at, kind));
    }
    return new Wish(model, kinds, table.columns().size() - 1, "", Set.of(), actor);
  }

  /** The classifier that was asked for, by its full name or by the last part of it. */
  Optional<Choice.Candidate> candidate() {
    String[] words = scheme.strip().split("\\s+", 2);
    if (words[0].isEmpty()) {
      return Optional.empty();
    }
    String name = Shelf.fullName(words[0]);
    return Optional.of(new Choice.Candidate(name, words.length > 1 ? words[1] : ""));
  }

  /** What is wrong with it, one sentence each with the remedy; empty if training may begin. */
  public List<String> faults(GivenTable table) {
    List<String> faults = new ArrayList<>();
    if (!NAME.matcher(model).matches()) {
      faults.add(
          "The model's name is letters, digits, - and _, begins with a letter or digit and has at most 100 of them.");
    }
    if (target < 0 || target >= table.columns().size()) {
      faults.add("Choose the column that is to be predicted.");
    } else {
      target(table.columns().get(target), faults);
    }
    if (kinds.size() < 2) {
      faults.add("Keep at least one column beside the target.");
    }
    kinds.forEach((at, kind) -> column(table.columns().get(at), kind, faults));
    try {
      candidate().ifPresent(c -> Algorithms.make(c.scheme(), c.options(), SEED));
    } catch (ModelException e) {
      faults.add("The algorithm: " + e.getMessage() + ".");
    }
    return faults;
  }

  private void target(GivenColumn column, List<String> faults) {
    Optional<Kind> kind = Optional.ofNullable(kinds.get(target));
    if (kind.isEmpty()) {
      faults.add(
          "The column \"%s\" is to be predicted and is left out: say what it is, or choose another target."
              .formatted(column.name()));
    } else if (kind.get() != Kind.NOMINAL && kind.get() != Kind.NUMERIC) {
      faults.add(
          "The target \"%s\" must be a number or a choice: a text or a date cannot be predicted."
              .formatted(column.name()));
    } else if (column.values() < DataCheck.LEAST_ROWS) {
      faults.add(
          "The target \"%s\" has a value in %d rows; at least %d are needed: add rows, or choose another target."
              .formatted(column.name(), column.values(), DataCheck.LEAST_ROWS));
    } else if (column.labels().size() < 2) {
      faults.add(
          "The target \"%s\" has the same value in every row, so there is nothing to tell apart: add rows with another, or choose another target."
              .formatted(column.name()));
    }
  }

  private static void column(GivenColumn column, Kind kind, List<String> faults) {
    if (kind == Kind.NOMINAL) {
      DataCheck.longValue(column.name(), column.labels()).ifPresent(faults::add);
    }
    if (kind == Kind.NOMINAL && column.isEndless()) {
      faults.add(
          "The column \"%s\" has more than %,d different values, too many for a choice: leave it out, or take it as text."
              .formatted(column.name(), GivenColumn.MOST_LABELS));
    } else if (column.values() == 0) {
      faults.add("The column \"%s\" is empty: leave it out.".formatted(column.name()));
    } else if (kind == Kind.NUMERIC && column.numbers() == 0) {
      faults.add(
          "The column \"%s\" holds no number, as in \"%s\": take it as a choice or a text."
              .formatted(column.name(), column.oddOne()));
    } else if (kind == Kind.DATE && column.dates() == 0) {
      faults.add(
          "The column \"%s\" holds no date such as 2026-11-23 or 2026-11-23T09:30:00Z: take it as a choice or a text."
              .formatted(column.name()));
    }
  }
}
