package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.LabelSource;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelException;
import dev.perennial.model.VersionId;
import dev.perennial.training.Run.State;
import dev.perennial.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
  private static final String J48 = "weka.classifiers.trees.J48";
  private static final String BAYES = "weka.classifiers.bayes.NaiveBayes";

  @TempDir private Path home;
  private House house;

  @BeforeEach
  void open() {
    house = new House(home, new World(1, 8).seed(1_000, J48, "-M 10"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void label(World world, int rows, LabelSource source) {
    for (int i = 0; i < rows; i++) {
      World.Labelled each = world.next();
      house.labelled(each.row(), each.label(), source);
    }
  }

  private Run run(Runs runs, RunRequest request) throws InterruptedException {
    return House.ended(runs, runs.request(request));
  }

  @Test
  void learnsAWorldThatHasChangedAndAnswersWithItAtOnce() throws Exception {
    label(new World(2, 14), 2_000, LabelSource.TOKEN);
    try (Runs runs = house.runs(RowPolicy.USUAL, true)) {
      Run run = run(runs, house.request());
      assertEquals(State.ADMITTED, run.state(), run.toString());
      assertEquals(Optional.of(2), run.version());
      assertTrue(run.verdict().orElseThrow().better());
      assertTrue(run.verdict().orElseThrow().gain().orElseThrow().low() > 0.1, run.toString());
      assertEquals("The gate admitted version 2, which answers now.", run.sentence().english());
      HalfLife halfLife = run.data().flatMap(DataSummary::halfLife).orElseThrow();
      assertTrue(halfLife.chosen(), halfLife.sentence());
    }
    VersionId second = house.champion();
    assertEquals(2, second.version());
    assertEquals(second, house.live.find("sea").orElseThrow().model().id());
    Manifest manifest = house.registry.manifest(second.key());
    Manifest.Provenance provenance = manifest.provenance().orElseThrow();
    assertEquals(Map.of("reference", 800, "token", 1_600), provenance.rowsByOrigin());
    assertEquals(Optional.of(1), provenance.parent());
    assertEquals("account:ada", provenance.requestedBy());
    assertEquals(J48, manifest.algorithm().scheme());
    assertEquals(600, manifest.holdOut().rows().size());
    assertEquals(3_000, manifest.data().rows());
    assertEquals("First", manifest.features().get(0).label());
    assertEquals(Optional.of("cm"), manifest.features().get(0).unit());
  }

  @Test
  void rollsBackToTheSameAnswers() throws Exception {
    var row = new World(3, 8).next().row();
    var before = house.live.find("sea").orElseThrow().model().predict(row);
    label(new World(2, 14), 2_000, LabelSource.TOKEN);
    try (Runs runs = house.runs(RowPolicy.USUAL, true)) {
      run(runs, house.request());
    }
    house.deployment.rollBack("sea", Optional.empty(), "account:ada", "too new");
    assertEquals(1, house.champion().version());
    assertEquals(before, house.live.find("sea").orElseThrow().model().predict(row));
    assertEquals(3, house.registry.history("sea").size());
  }

  @Test
  void keepsARefusedCandidateAsAVersionThatDoesNotAnswer() throws Exception {
    label(new World(2, 8), 1_000, LabelSource.ADMINISTRATOR);
    try (Runs runs = house.runs(RowPolicy.USUAL, true)) {
      Run run = run(runs, house.request(new RunRequest.Scheme("weka.classifiers.rules.ZeroR", "")));
      assertEquals(State.REFUSED, run.state(), run.toString());
      assertEquals(Optional.of(2), run.version());
    }
    assertEquals(1, house.champion().version());
    assertEquals(Optional.empty(), house.registry.challenger("sea"));
    VersionId refused = house.registry.version("sea", 2).orElseThrow();
    assertFalse(
        house
            .registry
            .manifest(refused.key())
            .provenance()
            .flatMap(Manifest.Provenance::verdict)
            .orElseThrow()
            .admitted());
    house.deployment.promote(refused, "account:ada", "I know better");
    assertEquals(refused, house.live.find("sea").orElseThrow().model().id());
  }

  @Test
  void anAdmittedCandidateWaitsWhereTheSettingSaysByHand() throws Exception {
    label(new World(2, 14), 2_000, LabelSource.TOKEN);
    try (Runs runs = house.runs(RowPolicy.USUAL, false)) {
      assertEquals(State.ADMITTED, run(runs, house.request()).state());
    }
    assertEquals(1, house.champion().version());
    assertEquals(2, house.registry.challenger("sea").orElseThrow().version());
  }

  @Test
  void theNextRunIsJudgedOnRowsThatTheChampionNeverSaw() throws Exception {
    label(new World(2, 14), 2_000, LabelSource.TOKEN);
    try (Runs runs = house.runs(RowPolicy.USUAL, true)) {
      run(runs, house.request());
      label(new World(4, 14), 1_000, LabelSource.TOKEN);
      TrainingData data = gather(RowPolicy.USUAL);
      assertEquals(2, data.champion().version());
      // 400 rows that version 2 was judged on, and 1,000 new ones: a fifth of them is judged on.
      int judged = data.newest().size();
      assertTrue(
          judged > 200 && judged <= 280, "rows of the same millisecond do not count: " + judged);
      var to = house.registry.manifest(data.champion().key()).provenance().orElseThrow().to();
      assertTrue(data.newest().get(0).at().orElseThrow().isAfter(to.orElseThrow()));
    }
  }

  private TrainingData gather(RowPolicy policy) {
    house.settle();
    return house.rows(policy).gather("sea", policy.preset());
  }

  @Test
  void rowsUnderAFaultAndRowsBeforeADriftAreLeftOut() throws Exception {
    label(new World(2, 8), 100, LabelSource.TOKEN);
    Thread.sleep(5);
    Instant since = Instant.ofEpochMilli(house.clock.millis());
    label(new World(2, 14), 300, LabelSource.TOKEN);
    house.watched = new Watched(Optional.of(since), List.of());
    RowPolicy.Preset drift = RowPolicy.Preset.SINCE_DRIFT;
    house.settle();
    TrainingData data = house.rows(RowPolicy.USUAL).gather("sea", drift);
    assertEquals(Map.of("token", 200), data.rowsByOrigin());
    assertEquals(100, data.newest().size());
    house.watched = new Watched(Optional.empty(), List.of(new Watched.Stretch(since, Instant.MAX)));
    TrainingData faulty = house.rows(RowPolicy.USUAL).gather("sea", drift);
    assertEquals(Map.of("under a data fault", 300), faulty.leftOut());
    assertEquals(Optional.of(Said.of("said.no-drift-confirmed")), faulty.note());
  }

  @Test
  void choosesTheBestOfSeveralSchemes() throws Exception {
    label(new World(2, 8), 1_000, LabelSource.TOKEN);
    try (Runs runs = house.runs(RowPolicy.USUAL, false)) {
      Run run =
          run(
              runs,
              house.request(
                  new RunRequest.Scheme("weka.classifiers.rules.ZeroR", ""),
                  new RunRequest.Scheme(BAYES, "")));
      VersionId made = house.registry.version("sea", run.version().orElseThrow()).orElseThrow();
      assertEquals(BAYES, house.registry.manifest(made.key()).algorithm().scheme());
    }
  }

  @Test
  void oneRunAModelAndACancelledOneLeavesNothing() throws Exception {
    try (Runs runs = house.runs(RowPolicy.USUAL, true)) {
      RunRequest slow =
          house.request(
              new RunRequest.Scheme("weka.classifiers.functions.MultilayerPerceptron", "-N 3000"));
      long id = runs.request(slow);
      RunRefused second = assertThrows(RunRefused.class, () -> runs.request(house.request()));
      assertTrue(second.toString().contains("Run " + id + " of this model has not ended"));
      assertTrue(runs.progress(id).isPresent());
      assertTrue(runs.cancel(id, "account:ada"));
      assertFalse(runs.cancel(id, "account:ada"));
      assertEquals(State.CANCELLED, runs.find(id).orElseThrow().state());
      Run next = run(runs, house.request());
      assertTrue(next.state() == State.ADMITTED || next.state() == State.REFUSED, "" + next);
      assertEquals(State.CANCELLED, runs.find(id).orElseThrow().state());
      assertEquals(
          List.of(next.id(), id),
          runs.newest(Optional.empty(), 99, 9).stream().map(Run::id).toList());
    }
    assertEquals(2, house.registry.versions("sea").size());
    try (var folders = Files.list(home.resolve("registry/sea"))) {
      assertEquals(2, folders.count());
    }
  }

  @Test
  void foretellsATrainingByTrainingsOfTheSameSchemeAlone() throws Exception {
    try (Runs runs = house.runs(RowPolicy.USUAL, true)) {
      run(runs, house.request(new RunRequest.Scheme(BAYES, "")));
    }
    RunTable table = new RunTable(house.database);
    assertTrue(
        table.pace("sea", Algorithms.name(new Manifest.Algorithm(BAYES, "", 1))).isPresent());
    assertEquals(
        Optional.empty(),
        table.pace("sea", Algorithms.name(new Manifest.Algorithm(J48, "-M 10", 1))));
  }

  @Test
  void whatAStopLeftUnfinishedHasFailedAtTheNextStart() throws Exception {
    long id =
        new RunTable(house.database)
            .add(house.request(), house.clock.instant(), Said.verbatim("Waits."));
    try (Runs runs = house.runs(RowPolicy.USUAL, true)) {
      Run run = runs.find(id).orElseThrow();
      assertEquals(State.FAILED, run.state());
      assertEquals("The server stopped before the run ended.", run.sentence().english());
      assertTrue(run(runs, house.request()).state().hasEnded());
    }
  }

  @Test
  void saysWhyARunFailed() throws Exception {
    try (Runs runs = house.runs(RowPolicy.USUAL, true)) {
      Run run =
          run(
              runs,
              house.request(
                  new RunRequest.Scheme("weka.classifiers.functions.LinearRegression", "")));
      assertEquals(State.FAILED, run.state());
      assertEquals(
          "It failed: the data cannot be learned: LinearRegression says: Cannot handle binary class.",
          run.sentence().english());
      assertThrows(
          ModelException.class,
          () -> runs.request(house.request(new RunRequest.Scheme("java.lang.Runtime", ""))));
    }
    assertEquals(1, house.champion().version());
  }
}
