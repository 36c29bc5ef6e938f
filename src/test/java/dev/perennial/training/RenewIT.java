package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.Entry;
import dev.perennial.log.LabelLog;
import dev.perennial.log.LabelSource;
import dev.perennial.model.LoadedModel;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import dev.perennial.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.core.Instance;

/** What renewing promises, on SEA: the file beside the project if it is there, else our own. */
@Tag("suite")
class RenewIT {
  private static final Path FILE = Path.of("../shared/data/sea.csv");
  private static final double[] THRESHOLDS = {8, 9, 7, 9.5};
  private static final String FOREST = "weka.classifiers.trees.RandomForest";
  private static final String LOGISTIC = "weka.classifiers.functions.Logistic";

  @TempDir private Path home;

  private static List<World.Labelled> sea() throws IOException {
    List<World.Labelled> rows = new ArrayList<>();
    if (Files.exists(FILE)) {
      for (String line : Files.readAllLines(FILE).subList(1, 50_001)) {
        double[] x =
            Arrays.stream(line.split(",")).limit(3).mapToDouble(Double::parseDouble).toArray();
        rows.add(new World.Labelled(Row.of(x), line.endsWith("a") ? "no" : "yes"));
      }
      return rows;
    }
    for (int i = 0; i < THRESHOLDS.length; i++) {
      rows.addAll(new World(i, THRESHOLDS[i]).rows(12_500));
    }
    return rows;
  }

  private static double accuracy(LoadedModel model, List<World.Labelled> rows) {
    List<String> labels = model.schema().classes();
    long right =
        rows.stream()
            .filter(r -> labels.get(model.predict(r.row()).classIndex()).equals(r.label()))
            .count();
    return (double) right / rows.size();
  }

  private static void tell(String what, String figures) {
    System.out.println("MEASURED " + what + ": " + figures);
  }

  @Test
  void aModelFollowsTheWorldAndComesBack() throws Exception {
    List<World.Labelled> rows = sea();
    List<World.Labelled> later = rows.subList(20_000, 25_000);
    try (House house = new House(home, World.seed(rows.subList(0, 10_000), LOGISTIC, ""))) {
      LoadedModel first = house.live.find("sea").orElseThrow().model();
      List<Prediction> golden = later.stream().map(r -> first.predict(r.row())).toList();
      rows.subList(10_000, 20_000)
          .forEach(each -> house.labelled(each.row(), each.label(), LabelSource.TOKEN));
      try (Runs runs = house.runs(RowPolicy.USUAL, true)) {
        Run run = House.ended(runs, runs.request(house.request()));
        assertEquals(Run.State.ADMITTED, run.state(), run.toString());
        run.verdict().orElseThrow().rules().forEach(r -> tell(r.name(), r.sentence()));
      }
      LoadedModel second = house.live.find("sea").orElseThrow().model();
      double before = accuracy(first, later);
      double after = accuracy(second, later);
      double best = accuracy(alone(rows.subList(12_500, 20_000)), later);
      tell(
          "accuracy on rows 20,001-25,000",
          "version 1 %.4f, version 2 %.4f, trained on that concept alone %.4f"
              .formatted(before, after, best));
      assertTrue(
          after > before && after > best - 0.015, before + " -> " + after + ", best " + best);
      house.deployment.rollBack("sea", Optional.empty(), "account:ada", "the story goes back");
      LoadedModel back = house.live.find("sea").orElseThrow().model();
      assertEquals(golden, later.stream().map(r -> back.predict(r.row())).toList());
    }
  }

  private LoadedModel alone(List<World.Labelled> rows) {
    try (House other = new House(home.resolve("other"), World.seed(rows, LOGISTIC, ""))) {
      return other.live.find("sea").orElseThrow().model();
    }
  }

  private static TrainingData gathered(House house) {
    house.settle();
    return house.rows(RowPolicy.USUAL).gather("sea", RowPolicy.Preset.ALL);
  }

  private static Verdict judged(House house, TrainingData data, int seed) {
    Manifest.Algorithm own = data.manifest().algorithm();
    Candidate candidate =
        Candidate.train(data, new Manifest.Algorithm(own.scheme(), own.options(), seed));
    LoadedModel champion = house.live.find("sea").orElseThrow().model();
    return candidate.judge(champion, new Gate(Margins.USUAL, seed, true), Margins.USUAL.rows());
  }

  /** The champion's own training rows, and fresh rows of the same world to judge on. */
  private static TrainingData sameRows(House house) {
    new World(99, 8)
        .rows(2_000)
        .forEach(each -> house.labelled(each.row(), each.label(), LabelSource.TOKEN));
    TrainingData data = gathered(house);
    List<Example> own = data.train().stream().filter(e -> e.at().isEmpty()).toList();
    List<Example> fresh = new ArrayList<>(data.newest());
    data.train().stream().filter(e -> e.at().isPresent()).forEach(fresh::add);
    own.forEach(each -> each.row().setWeight(1));
    return with(data, own, fresh);
  }

  private static TrainingData with(TrainingData data, List<Example> train, List<Example> newest) {
    return new TrainingData(
        data.champion(),
        data.manifest(),
        data.structure(),
        train,
        data.reference(),
        newest,
        data.leftOut(),
        data.note());
  }

  private static TrainingData shuffled(TrainingData data, int seed) {
    List<Double> labels = new ArrayList<>();
    data.train().forEach(each -> labels.add(each.row().classValue()));
    Collections.shuffle(labels, new Random(seed));
    List<Example> train = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Instance row = (Instance) data.train().get(i).row().copy();
      row.setClassValue(labels.get(i));
      train.add(new Example(row, Example.REFERENCE, Optional.empty()));
    }
    return with(data, train, data.newest());
  }

  @Test
  void theGateRefusesShuffledLabelsAndCallsNoTwinBetter() throws Exception {
    int refused = 0;
    int notBetter = 0;
    try (House house = new House(home, new World(5, 8).seed(2_000, FOREST, "-I 30"))) {
      TrainingData same = sameRows(house);
      for (int seed = 1; seed <= 20; seed++) {
        refused += judged(house, shuffled(same, seed), seed).admitted() ? 0 : 1;
        notBetter += judged(house, same, 100 + seed).better() ? 0 : 1;
      }
    }
    tell("shuffled labels refused", refused + " of 20");
    tell("the same rows again not called better", notBetter + " of 20");
    assertEquals(20, refused);
    assertTrue(notBetter >= 19, notBetter + " of 20");
  }

  private static String learned(House house) {
    TrainingData data = gathered(house);
    Candidate candidate = Candidate.train(data, data.manifest().algorithm());
    Verdict verdict = new Verdict(false, false, Optional.empty(), List.of());
    return ModelFiles.sha256(candidate.parts(Instant.EPOCH, "x", "y", verdict).classifier());
  }

  @Test
  void strangersLabelsChangeNothingThatIsLearned() throws Exception {
    try (House house = new House(home, new World(6, 8).seed(1_000, FOREST, "-I 10"))) {
      World world = new World(7, 8);
      world.rows(1_000).forEach(r -> house.labelled(r.row(), r.label(), LabelSource.TOKEN));
      String before = learned(house);
      Random random = new Random(8);
      for (World.Labelled each : world.rows(1_000)) {
        boolean flip = random.nextDouble() < 0.3;
        String label = flip ? each.label().equals("yes") ? "no" : "yes" : each.label();
        house.labelled(each.row(), label, LabelSource.ANONYMOUS);
      }
      // A stranger who holds the id of a prediction that a program labelled "corrects" it.
      for (Entry.Label told : new LabelLog(house.database).newest(Long.MAX_VALUE, 3_000, false)) {
        if (told.source() == LabelSource.TOKEN && random.nextDouble() < 0.3) {
          String other = told.text().equals("yes") ? "no" : "yes";
          house.journal.append(
              List.of(
                  new Entry.Label(
                      house.ids.next(), told.prediction(), other, 0, LabelSource.ANONYMOUS, "")));
        }
      }
      assertEquals(before, learned(house));
      assertEquals(1_000, gathered(house).leftOut().get("labelled by strangers"));
    }
  }
}
