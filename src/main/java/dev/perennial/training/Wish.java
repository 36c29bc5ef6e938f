package dev.perennial.training;

import dev.perennial.model.Kind;
import dev.perennial.model.ModelException;
import dev.perennial.words.Said;
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
  public List<Said> faults(GivenTable table) {
    List<Said> faults = new ArrayList<>();
    if (!NAME.matcher(model).matches()) {
      faults.add(Said.of("said.name-of-a-model"));
    }
    if (target < 0 || target >= table.columns().size()) {
      faults.add(Said.of("said.choose-a-target"));
    } else {
      target(table.columns().get(target), faults);
    }
    if (kinds.size() < 2) {
      faults.add(Said.of("said.keep-a-column"));
    }
    kinds.forEach((at, kind) -> column(table.columns().get(at), kind, faults));
    try {
      candidate().ifPresent(c -> Algorithms.make(c.scheme(), c.options(), SEED));
    } catch (ModelException e) {
      faults.add(Said.of("said.algorithm-refused", e.says()));
    }
    return faults;
  }

  private void target(GivenColumn column, List<Said> faults) {
    Optional<Kind> kind = Optional.ofNullable(kinds.get(target));
    if (kind.isEmpty()) {
      faults.add(Said.of("said.target-left-out", column.name()));
    } else if (kind.get() != Kind.NOMINAL && kind.get() != Kind.NUMERIC) {
      faults.add(Said.of("said.target-of-a-wrong-kind", column.name()));
    } else if (column.values() < DataCheck.LEAST_ROWS) {
      faults.add(
          Said.of(
              "said.target-of-few-rows",
              column.name(),
              column.values(),
              (long) DataCheck.LEAST_ROWS));
    } else if (column.labels().size() < 2) {
      faults.add(Said.of("said.target-tells-nothing-apart", column.name()));
    }
  }

  private static void column(GivenColumn column, Kind kind, List<Said> faults) {
    if (kind == Kind.NOMINAL) {
      DataCheck.longValue(column.name(), column.labels()).ifPresent(faults::add);
    }
    if (kind == Kind.NOMINAL && column.isEndless()) {
      faults.add(
          Said.of("said.too-many-for-a-choice", column.name(), (long) GivenColumn.MOST_LABELS));
    } else if (column.values() == 0) {
      faults.add(Said.of("said.leave-the-empty-out", column.name()));
    } else if (kind == Kind.NUMERIC && column.numbers() == 0) {
      faults.add(Said.of("said.holds-no-number", column.name(), column.oddOne()));
    } else if (kind == Kind.DATE && column.dates() == 0) {
      faults.add(
          Said.of("said.holds-no-date", column.name(), "2026-11-23", "2026-11-23T09:30:00Z"));
    }
  }
}
