package dev.perennial.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.PriorityQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Classifier;
import weka.classifiers.trees.J48;

class ModelFilesTest {
  private static byte[] tree = {};
  private final ModelFiles files = new ModelFiles(Limits.DEFAULT);

  @BeforeAll
  static void train() {
    tree = ModelFiles.bytes(Iris.trained(new J48()));
  }

  private static byte[] serialized(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static String refusal(ModelFiles files, byte[] bytes) {
    String message =
        String.valueOf(
            assertThrows(
                    ModelFileException.class, () -> files.revive(bytes, ModelFiles.sha256(bytes)))
                .getMessage());
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private static Limits limits(long bytes, int depth, long references, int arrayLength) {
    return new Limits(bytes, depth, references, arrayLength);
  }

  @Test
  void revivesAClassifierFromItsBytes() {
    Classifier again = files.revive(tree, ModelFiles.sha256(tree)).classifier();
    assertInstanceOf(J48.class, again);
    assertEquals(Iris.trained(new J48()).toString(), again.toString());
  }

  @Test
  void refusesBytesOfAnotherSha256BeforeReadingThem() {
    String wrong = "0".repeat(64);
    ModelFileException e = assertThrows(ModelFileException.class, () -> files.revive(tree, wrong));
    assertTrue(String.valueOf(e.getMessage()).contains("damaged or altered"), e.getMessage());
  }

  @Test
  void refusesAFileWithAFlippedBit(@TempDir Path folder) throws IOException {
    byte[] flipped = tree.clone();
    flipped[flipped.length / 2] ^= 4;
    Path file = folder.resolve("classifier.model");
    Files.write(file, flipped);
    ModelFileException e =
        assertThrows(ModelFileException.class, () -> files.read(file, ModelFiles.sha256(tree)));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("the file classifier.model is damaged"),
        e.getMessage());
  }

  @Test
  void saysThatAFileIsMissing(@TempDir Path folder) {
    ModelFileException e =
        assertThrows(ModelFileException.class, () -> files.read(folder.resolve("gone.model"), "x"));
    assertEquals("the file gone.model is missing", e.getMessage());
  }

  @Test
  void refusesAForeignClass() throws IOException {
    String message = refusal(files, serialized(new PriorityQueue<>(Arrays.asList(1, 2))));
    assertTrue(message.contains("java.util.PriorityQueue, which no classifier needs"), message);
  }

  @Test
  void refusesAForeignClassInsideAnAllowedOne() throws IOException {
    HashMap<String, Object> map = new HashMap<>();
    map.put("inside", new java.net.URL("http://127.0.0.1/"));
    assertTrue(refusal(files, serialized(map)).contains("java.net.URL"));
  }

  @Test
  void refusesWekasOwnClassesThatReadASecondStream() throws Exception {
    String message = refusal(files, serialized(new weka.core.SerializedObject("x")));
    assertTrue(message.contains("SerializedObject"), message);
  }

  @Test
  void refusesAnAllowedClassThatIsNoClassifier() throws IOException {
    assertTrue(refusal(files, serialized(new HashMap<>())).contains("holds no classifier"));
  }

  @Test
  void refusesAnOversizedArray() throws IOException {
    ModelFiles strict = new ModelFiles(limits(1 << 20, 100, 10_000, 1_000));
    String message = refusal(strict, serialized(new double[1_001]));
    assertTrue(message.contains("an array of 1001 elements; at most 1000"), message);
  }

  @Test
  void refusesObjectsNestedTooDeep() throws IOException {
    Object nested = "end";
    for (int i = 0; i < 60; i++) {
      nested = new Object[] {nested};
    }
    ModelFiles strict = new ModelFiles(limits(1 << 20, 50, 10_000, 1_000));
    assertTrue(refusal(strict, serialized(nested)).contains("nested 51 deep; at most 50"));
  }

  @Test
  void refusesTooManyObjectsAndTooManyBytes() {
    String many = refusal(new ModelFiles(limits(1 << 20, 100, 20, 1_000)), tree);
    assertTrue(many.contains("at least 21 objects; at most 20"), many);
    String large = refusal(new ModelFiles(limits(100, 100, 10_000, 1_000)), tree);
    assertTrue(large.contains("bytes; at most 100"), large);
  }

  @Test
  void refusesATruncatedFile() {
    assertTrue(refusal(files, Arrays.copyOf(tree, tree.length - 40)).contains("cut off"));
    assertTrue(refusal(files, new byte[0]).contains("cut off"));
  }
}
