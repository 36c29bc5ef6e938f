package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.model.Arff;
import dev.perennial.model.Manifest;
import dev.perennial.model.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.core.Instances;

class SeedModelsTest {
  private static final Path IRIS = Path.of("weka-models/iris");

  /** The manifest names the Java it was made with; the classifier's bytes do not depend on it. */
  private static String anyJava(Path manifest) throws IOException {
    return Files.readString(manifest).replaceFirst("\"java\" : \"\\d+\"", "\"java\" : \"any\"");
  }

  @Test
  void makesTheCommittedFilesAgainByteForByte(@TempDir Path folder) throws IOException {
    SeedModels.make(IRIS, folder);
    assertArrayEquals(
        Files.readAllBytes(IRIS.resolve("iris.model")),
        Files.readAllBytes(folder.resolve("iris.model")));
    assertEquals(anyJava(IRIS.resolve("manifest.json")), anyJava(folder.resolve("manifest.json")));
  }

  @Test
  void theGoldenInputsComeFromBothHalvesAndEverySpecies() throws IOException {
    Manifest manifest = ManifestJson.read(Files.readAllBytes(IRIS.resolve("manifest.json")));
    Instances rows =
        Arff.read(Files.newBufferedReader(IRIS.resolve("iris.arff")), Optional.empty());
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < rows.numInstances(); i++) {
      List<Double> inputs = Arrays.stream(rows.instance(i).toDoubleArray(), 0, 4).boxed().toList();
      if (manifest.golden().stream().anyMatch(golden -> golden.inputs().equals(inputs))) {
        boolean heldOut = manifest.holdOut().rows().contains(i + 1);
        seen.add((heldOut ? "held out: " : "trained on: ") + rows.instance(i).stringValue(4));
      }
    }
    assertEquals(6, seen.size(), seen.toString());
  }

  @Test
  void holdsOutEveryFifthRowOfEachSpecies() throws IOException {
    Instances rows =
        Arff.read(Files.newBufferedReader(IRIS.resolve("iris.arff")), Optional.empty());
    HoldOutSplit split = HoldOutSplit.of(rows, 7);
    assertEquals(120, split.train().numInstances());
    assertEquals(30, split.heldOut().numInstances());
    for (int count : split.heldOut().attributeStats(4).nominalCounts) {
      assertEquals(10, count);
    }
    int first = split.rows().get(0);
    assertEquals(rows.instance(first - 1).toString(), split.heldOut().instance(0).toString());
    assertTrue(split.rows().stream().allMatch(row -> row >= 1 && row <= 150));
  }
}
