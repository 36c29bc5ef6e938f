package dev.perennial.training;

import dev.perennial.model.Manifest;
import dev.perennial.model.VersionId;
import dev.perennial.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import weka.core.Instances;

/**
 * The rows of one run. No row is in two of the lists.
 *
 * @param champion the version that the candidate is to replace
 * @param manifest of the champion
 * @param structure the header, without rows
 * @param train what the candidate learns from, oldest first, with a weight of 1 each until they are
 *     {@link #weighted}
 * @param reference the hold-out of version 1, which no version trains on
 * @param newest the newest labelled rows, which neither candidate nor champion was trained on
 * @param leftOut how many labelled rows were left out, by reason
 * @param note what else there is to know, in one sentence
 */
record TrainingData(
    VersionId champion,
    Manifest manifest,
    Instances structure,
    List<Example> train,
    List<Example> reference,
    List<Example> newest,
    Map<String, Integer> leftOut,
    Optional<Said> note) {
  TrainingData {
    train = List.copyOf(train);
    reference = List.copyOf(reference);
    newest = List.copyOf(newest);
    leftOut = Map.copyOf(leftOut);
  }

  /** How many of these rows are of the log. */
  static int logged(List<Example> rows) {
    return (int) rows.stream().filter(each -> each.at().isPresent()).count();
  }

  /** The same where newer rows to learn from weigh more. */
  TrainingData weighted(HalfLife halfLife) {
    return new TrainingData(
        champion,
        manifest,
        structure,
        TrainingRows.weighted(train, halfLife.length()),
        reference,
        newest,
        leftOut,
        note);
  }

  Instances rows(List<Example> examples) {
    return rows(structure, examples);
  }

  static Instances rows(Instances structure, List<Example> examples) {
    Instances rows = new Instances(structure, examples.size());
    examples.forEach(example -> rows.add(example.row()));
    return rows;
  }

  /** How many rows of each origin are learned from, sorted. */
  Map<String, Integer> rowsByOrigin() {
    Map<String, Integer> rows = new TreeMap<>();
    train.forEach(example -> rows.merge(example.origin(), 1, Integer::sum));
    return rows;
  }
}
