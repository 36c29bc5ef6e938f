package dev.perennial.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.db.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final byte[] KEY = new byte[32];
  private static final Seed IRIS = Seed.folder(Iris.FOLDER);

  @TempDir private Path home;
  private Database database;
  private ModelRegistry registry;

  @BeforeEach
  void open() {
    database = Database.open(home.resolve("db"));
    registry = start();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private ModelRegistry start() {
    return new ModelRegistry(
        database,
        home.resolve("registry"),
        new ModelFiles(Limits.DEFAULT),
        new Signatures(KEY),
        Clock.fixed(NOW, ZoneOffset.UTC),
        2);
  }

  private VersionId imported() {
    new SeedImport(registry).run(List.of(IRIS));
    return registry.champion("iris").orElseThrow();
  }

  private Path file(int version, String name) {
    return home.resolve("registry/iris/" + version + "/" + name);
  }

  /** A second version, of the same files. */
  private VersionId second() throws IOException {
    VersionId id = registry.register(parts());
    registry.promote(id, "ada", "better");
    return id;
  }

  private ModelRegistry.Parts parts() throws IOException {
    return new ModelRegistry.Parts(
        registry.manifest(registry.champion("iris").orElseThrow().key()),
        Files.readAllBytes(Iris.FOLDER.resolve("iris.model")),
        Files.readString(file(1, "header.arff")),
        Files.readAllBytes(Iris.FOLDER.resolve("iris.arff")));
  }

  @Test
  void importsASeedAsVersionOneAndChampion() {
    SeedImport.Report report = new SeedImport(registry).run(List.of(IRIS));
    VersionId id = registry.champion("iris").orElseThrow();
    assertEquals(new SeedImport.Report(List.of(id), List.of()), report);
    assertEquals("iris version 1", id.toString());
    assertEquals(List.of("iris"), registry.models());
    assertEquals(
        List.of(new Promotion(Alias.CHAMPION, Optional.empty(), 1, NOW, "system", "first start")),
        registry.history("iris"));
    LoadedModel model = registry.load(id);
    assertEquals(id, model.id());
    assertEquals(0, model.predict(Row.of(5.1, 3.5, 1.4, 0.2)).classIndex());
  }

  @Test
  void importsASeedOnlyOnce() {
    VersionId id = imported();
    assertEquals(
        new SeedImport.Report(List.of(), List.of()), new SeedImport(start()).run(List.of(IRIS)));
    assertEquals(List.of(id), start().versions("iris"));
    assertEquals(1, start().history("iris").size());
  }

  @Test
  void cleansUpAfterAnImportThatWasKilled() throws IOException {
    Files.createDirectories(file(1, ""));
    Files.writeString(file(1, "half"), "moved into place, but its row was never written");
    Path part = home.resolve("registry/iris/.2.part");
    Files.createDirectories(part);
    Files.writeString(part.resolve("classifier.model"), "x");
    Files.createDirectories(file(7, ""));
    Files.writeString(file(7, "manifest.json"), "its row was never written");
    registry = start();
    assertFalse(Files.exists(part));
    assertFalse(Files.exists(file(7, "")));
    registry.load(imported());
    assertFalse(Files.exists(file(1, "half")));
  }

  @Test
  void aBrokenSeedStopsNoOther() throws IOException {
    byte[] altered = Files.readAllBytes(Iris.FOLDER.resolve("iris.model"));
    altered[500] ^= 1;
    Seed broken =
        new Seed(
            "iris",
            name -> name.equals("iris.model") ? Optional.of(altered) : IRIS.file().apply(name));
    Seed renamed = new Seed("tulip", IRIS.file());
    Seed noManifest = new Seed("bare", name -> Optional.empty());
    SeedImport.Report report =
        new SeedImport(registry).run(List.of(broken, renamed, noManifest, IRIS));
    assertEquals(1, report.imported().size());
    assertEquals(2, report.refused().size());
    assertTrue(report.refused().get(0).contains("damaged or altered"), report.toString());
    assertTrue(report.refused().get(1).startsWith("tulip: "), report.toString());
  }

  @Test
  void knowsASchemaWithoutTheFiles() throws IOException {
    VersionId id = imported();
    VersionFiles.delete(file(1, ""));
    assertEquals(4, start().schema(id.key()).features().size());
    assertThrows(ModelException.class, () -> registry.schema(99));
  }

  @Test
  void fallsBackToTheLastGoodChampion() throws IOException {
    VersionId first = imported();
    VersionId second = second();
    assertEquals(second, registry.loadBest("iris").model().id());
    assertEquals("", registry.loadBest("iris").trouble());
    Files.write(file(2, "classifier.model"), new byte[10]);
    assertThrows(ModelFileException.class, () -> registry.load(second));
    ModelRegistry.Best best = start().loadBest("iris");
    assertEquals(first, best.model().id());
    assertTrue(best.trouble().startsWith("iris version 2 cannot be loaded"), best.trouble());
    Files.delete(file(1, "header.arff"));
    assertThrows(ModelException.class, () -> registry.loadBest("iris"));
  }

  @Test
  void keepsEveryPromotion() throws IOException {
    VersionId first = imported();
    VersionId second = second();
    assertEquals(List.of(second, first), registry.champions("iris"));
    registry.promote(first, "bo", "rolled back");
    assertEquals(Optional.of(first), registry.champion("iris"));
    assertEquals(
        new Promotion(Alias.CHAMPION, Optional.of(2), 1, NOW, "bo", "rolled back"),
        registry.history("iris").get(0));
    assertEquals(3, registry.history("iris").size());
    VersionId unknown = new VersionId(77, "iris", 9);
    assertThrows(ModelException.class, () -> registry.promote(unknown, "bo", "no such"));
  }

  @Test
  void versionsThatAreRegisteredAtTheSameMomentAreAllWhole() throws Exception {
    imported();
    ModelRegistry.Parts iris = parts();
    ModelRegistry.Parts other = retrained(iris);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<VersionId>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ModelRegistry.Parts each = i % 2 == 0 ? iris : other;
        tasks.add(() -> registry.register(each));
      }
      for (Future<VersionId> each : threads.invokeAll(tasks)) {
        registry.load(each.get());
      }
    } finally {
      threads.shutdown();
    }
    assertEquals(9, registry.versions("iris").size());
  }

  /** The same rows learned by another scheme: other bytes, other answers. */
  private static ModelRegistry.Parts retrained(ModelRegistry.Parts iris) {
    byte[] bytes = ModelFiles.bytes(Iris.trained(new weka.classifiers.trees.J48()));
    Manifest old = iris.manifest();
    Manifest manifest =
        new Manifest(
            1,
            old.model(),
            old.title(),
            old.algorithm(),
            old.software(),
            old.data(),
            old.holdOut(),
            old.trainedAt(),
            old.trainer(),
            old.relation(),
            old.features(),
            old.target(),
            old.metrics(),
            List.of(),
            new Manifest.FileFacts("iris.model", ModelFiles.sha256(bytes), bytes.length),
            Optional.empty());
    return new ModelRegistry.Parts(manifest, bytes, iris.header(), iris.data());
  }

  @Test
  void keepsTheTrainingDataWithTheVersion() throws IOException {
    assertArrayEquals(
        Files.readAllBytes(Iris.FOLDER.resolve("iris.arff")), registry.data(imported()));
  }

  @Test
  void refusesFilesThatTheHomesKeyDidNotSign() throws IOException {
    VersionId first = imported();
    VersionId second = second();
    Files.copy(file(1, "signature"), file(2, "signature"), StandardCopyOption.REPLACE_EXISTING);
    ModelException swapped = assertThrows(ModelException.class, () -> registry.load(second));
    assertTrue(swapped.toString().contains("signature does not fit"), swapped.toString());
    assertEquals(first, registry.loadBest("iris").model().id());
    Files.delete(file(1, "signature"));
    ModelException missing = assertThrows(ModelException.class, () -> registry.load(first));
    assertTrue(missing.toString().contains("signature is missing"), missing.toString());
  }

  @Test
  void refusesAVersionWhoseRowWasExchangedTogetherWithItsFiles() throws IOException {
    VersionId first = imported();
    ModelRegistry.Parts forged = retrained(parts());
    Files.write(file(1, "classifier.model"), forged.classifier());
    database.run(
        handle ->
            handle
                .createUpdate("UPDATE model_version SET manifest = :manifest")
                .bind("manifest", ManifestJson.write(forged.manifest()))
                .execute());
    ModelException e = assertThrows(ModelException.class, () -> start().load(first));
    assertTrue(e.toString().contains("signature does not fit"), e.toString());
  }

  @Test
  void theChallengerIsTheVersionAdmittedLastUntilItIsChampion() throws IOException {
    VersionId first = imported();
    assertEquals(Optional.empty(), registry.challenger("iris"));
    VersionId second = registry.register(parts());
    assertEquals(Optional.empty(), registry.challenger("iris"));
    registry.challenge(second, "ada", "not worse");
    assertEquals(Optional.of(second), registry.challenger("iris"));
    assertEquals(Optional.of(first), registry.champion("iris"));
    registry.promote(second, "ada", "better");
    assertEquals(Optional.empty(), registry.challenger("iris"));
    registry.promote(first, "ada", "rolled back");
    assertEquals(Optional.empty(), registry.challenger("iris"));
  }

  @Test
  void anUnknownModelHasNoVersions() {
    assertEquals(List.of(), registry.versions("rose"));
    assertEquals(Optional.empty(), registry.champion("rose"));
    assertThrows(ModelException.class, () -> registry.loadBest("rose"));
  }
}
