package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import dev.perennial.model.Kind;
import dev.perennial.model.Limits;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFoldersTest {
  private static final Path IRIS = Path.of("weka-models/iris");

  @TempDir Path home;
  private Path models;
  private Database database;
  private ModelRegistry registry;
  private ModelFolders folders;
  private final List<LoadedModel> served = new ArrayList<>();
  private final Map<String, String> troubles = new HashMap<>();

  @BeforeEach
  void open() throws IOException {
    models = Files.createDirectory(home.resolve("models"));
    database = Database.open(home.resolve("db"));
    registry =
        new ModelRegistry(
            database,
            home.resolve("registry"),
            new ModelFiles(Limits.DEFAULT),
            new Signatures(new byte[32]),
            Clock.systemUTC(),
            1);
    folders = new ModelFolders(models, registry, Clock.systemUTC(), served::add, troubles::put);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void drop(String name, String file, String text) throws IOException {
    Files.createDirectories(models.resolve(name));
    Files.writeString(models.resolve(name).resolve(file), text);
  }

  private void scanTwice() {
    folders.scan();
    folders.scan();
  }

  private void assertTrouble(String model, String part) {
    String sentence = troubles.getOrDefault(model, "");
    assertTrue(sentence.contains(part), sentence);
  }

  @Test
  void anArffFileAloneBecomesAServedModel() throws IOException {
    drop("flowers", "iris.arff", Files.readString(IRIS.resolve("iris.arff")));
    scanTwice();

    assertEquals(Map.of(), troubles);
    assertEquals("flowers", served.get(0).id().model());
    assertEquals(List.of("flowers"), registry.models());
    assertTrue(registry.champion("flowers").isPresent());
    assertTrue(
        served.get(0).manifest().metrics().classes().orElseThrow().accuracy() > .85,
        served.get(0).manifest().metrics().toString());
  }

  @Test
  void aFolderThatStillChangesIsLeftAlone() throws IOException {
    drop("flowers", "iris.arff", Files.readString(IRIS.resolve("iris.arff")));
    folders.scan();
    drop("flowers", "notes.txt", "still copying");
    folders.scan();

    assertEquals(List.of(), served);
    folders.scan();
    assertEquals(1, served.size());
    folders.scan();
    assertEquals(1, served.size());
  }

  @Test
  void aFolderWithAManifestIsTakenAsItIs() throws IOException {
    Path iris = Files.createDirectory(models.resolve("iris"));
    for (String file : List.of("iris.arff", "iris.model", "manifest.json")) {
      Files.copy(IRIS.resolve(file), iris.resolve(file));
    }
    scanTwice();

    assertEquals(Map.of(), troubles);
    assertEquals(1, served.size());
  }

  @Test
  void numbersTextsAndDatesAreLearnedAsWell() throws IOException {
    Random random = new Random(1);
    StringBuilder arff =
        new StringBuilder(
            """
            @relation mails
            @attribute words string
            @attribute size numeric
            @attribute kind {spam,ham}
            @data
            """);
    StringBuilder house =
        new StringBuilder(
            """
            @relation houses
            @attribute area numeric
            @attribute sold date "yyyy-MM-dd"
            @attribute price numeric
            @data
            """);
    for (int i = 0; i < 60; i++) {
      boolean spam = random.nextBoolean();
      arff.append(spam ? "'win money now'" : "'see you at noon'")
          .append(",")
          .append(random.nextInt(100))
          .append(spam ? ",spam\n" : ",ham\n");
      int area = 20 + random.nextInt(200);
      house.append(area).append(",2026-01-%02d,".formatted(1 + i % 28)).append(area * 30 + 7);
      house.append('\n');
    }
    drop("mails", "mails.arff", arff.toString());
    drop("houses", "houses.arff", house.toString());
    scanTwice();

    assertEquals(Map.of(), troubles);
    assertEquals(2, served.size());
    assertEquals(Kind.NUMERIC, served.get(0).schema().target().kind());
    assertEquals(Kind.STRING, served.get(1).schema().features().get(0).kind());
    assertTrue(served.get(0).manifest().metrics().numbers().orElseThrow().r2() > .95);
    assertTrue(served.get(1).manifest().metrics().classes().orElseThrow().accuracy() > .9);
  }

  @Test
  void whatCannotBeLearnedIsRefusedWithASentenceThatSaysWhatToDo() throws IOException {
    String header = "@relation r\n@attribute x numeric\n@attribute y {a,b}\n@data\n";
    drop("three", "d.arff", header + "1,a\n2,b\n3,a\n");
    drop("single", "d.arff", header + "1,a\n".repeat(30));
    drop("garbage", "d.arff", "this is no ARFF");
    drop("empty", "readme.txt", "nothing");
    String most = "l".repeat(DataCheck.LONGEST_VALUE);
    String rows = ("1,a\n2," + most + "\n").repeat(20);
    drop("fits", "d.arff", header.replace(",b}", "," + most + "}") + rows);
    drop(
        "long",
        "d.arff",
        (header.replace(",b}", "," + most + "}") + rows).replace(most, most + "l"));
    drop(
        "text",
        "d.arff",
        "@relation r\n@attribute x string\n@attribute y {a,b}\n@data\n"
            + "'1',a\n'2.5',b\n".repeat(20));
    scanTwice();

    assertEquals(List.of("fits"), served.stream().map(m -> m.id().model()).toList());
    assertTrouble("long", "has a value of 201 characters, “llllll");
    assertTrouble("three", "at least 20 are needed");
    assertTrouble("single", "only one class");
    assertTrouble("garbage", "cannot be read");
    assertTrouble("empty", "one is needed");
    assertTrouble("text", "declare it numeric");
    assertEquals(List.of("fits"), registry.models());
  }
}
