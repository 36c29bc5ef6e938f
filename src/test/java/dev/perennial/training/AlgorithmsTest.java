package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Manifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlgorithmsTest {
  private static String options(String scheme, String options) {
    return Algorithms.facts(Algorithms.make("weka.classifiers." + scheme, options, 1), 1).options();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-num-slots 0 -I 3", "-I 3 -num-slots 8", "-I 3"})
  void aTrainingTakesOneThreadWhateverItsOptionsSay(String options) {
    String made = options("trees.RandomForest", options);
    assertTrue(made.contains("-num-slots 1 "), made);
    assertTrue(made.contains("-I 3 "), made);
  }

  @ParameterizedTest
  @CsvSource({"meta.Bagging", "meta.FilteredClassifier"})
  void aSchemeWithinAnotherTakesOneThreadToo(String outer) {
    String made = options(outer, "-W weka.classifiers.trees.RandomForest -- -I 3 -num-slots 4");
    assertTrue(made.contains("-num-slots 1 "), made);
    assertEquals(-1, made.indexOf("-num-slots 4"), made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-C 0.25", "-M 2 -C 0.25"})
  void theSameOptionsHaveOneNameHoweverTheyAreWritten(String options) {
    var asked = new Manifest.Algorithm("weka.classifiers.trees.J48", options, 1);
    assertEquals("weka.classifiers.trees.J48 -C 0.25 -M 2", Algorithms.name(asked));
  }
}
