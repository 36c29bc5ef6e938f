package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.LabelSource;
import dev.perennial.model.VersionId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersusTest {
  @TempDir private Path home;

  private static void label(House house, World world, int rows) {
    world.rows(rows).forEach(r -> house.labelled(r.row(), r.label(), LabelSource.TOKEN));
  }

  @Test
  void judgesOnRowsThatAreNewerThanWhatBothWereTrainedOn() throws Exception {
    World now = new World(2, 14);
    try (House house =
            new House(home, new World(1, 8).seed(1_000, "weka.classifiers.trees.J48", ""));
        Runs runs = house.runs(RowPolicy.USUAL, true)) {
      label(house, now, 1_000);
      House.ended(runs, runs.request(house.request()));
      label(house, now, 300);
      house.settle();
      List<VersionId> versions = house.registry.versions("sea");
      Versus versus = new Versus(house.registry, house.rows(RowPolicy.USUAL));
      Versus.Result result = versus.of(versions.get(0), versions.get(1));
      // The run kept its newest 200 rows from training and the 300 came later; those of the same
      // millisecond as the last that was learned do not count.
      assertTrue(result.rows() >= 300 && result.rows() <= 500, result.toString());
      Versus.Figure accuracy = result.figures().get(0);
      assertEquals("Accuracy", accuracy.name().english());
      assertTrue(accuracy.low() > 0.1, accuracy.toString());
      assertTrue(accuracy.low() < accuracy.second() - accuracy.first(), accuracy.toString());
      assertTrue(accuracy.high() > accuracy.second() - accuracy.first(), accuracy.toString());
      assertEquals(
          List.of("Accuracy", "Macro F1", "Log loss", "F1 of no", "F1 of yes"),
          result.figures().stream().map(f -> f.name().english()).toList());
      Versus.Figure back = versus.of(versions.get(1), versions.get(0)).figures().get(0);
      assertEquals(-accuracy.low(), back.high(), 1e-12);
    }
  }

  @Test
  void saysNothingOfTooFewRows() throws Exception {
    try (House house =
        new House(home, new World(1, 8).seed(200, "weka.classifiers.rules.ZeroR", ""))) {
      label(house, new World(2, 8), 19);
      house.settle();
      VersionId only = house.champion();
      Versus.Result result = new Versus(house.registry, house.rows(RowPolicy.USUAL)).of(only, only);
      assertEquals(19, result.rows());
      assertEquals(List.of(), result.figures());
    }
  }
}
