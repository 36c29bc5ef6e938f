package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.LabelLog;
import dev.perennial.log.LabelSource;
import dev.perennial.training.Run.State;
import dev.perennial.training.Signs.Sign;
import dev.perennial.watch.SettableClock;
import dev.perennial.words.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {
  private static final Signs CHANGED =
      new Signs(
          false,
          Optional.empty(),
          Optional.of(new Sign(Said.verbatim("labels follow in another way"), Optional.empty())));

  @TempDir private Path home;
  private House house;
  private Runs runs;

  @BeforeEach
  void open() {
    house = new House(home, new World(1, 8).seed(1_000, "weka.classifiers.trees.J48", "-M 10"));
    runs = house.runs(RowPolicy.USUAL, true);
  }

  @AfterEach
  void close() {
    runs.close();
    house.close();
  }

  private Policies policies(Duration coolDown) {
    List<Policy> one = List.of(new Policy(PolicyKind.CONCEPT_DRIFT, true, coolDown, 200));
    return new Policies(
        model -> new Policies.Rules(one, Duration.ofDays(30), Optional.empty()),
        runs,
        house.registry,
        champion -> CHANGED,
        labels(),
        house.clock);
  }

  private NewLabels labels() {
    return new NewLabels(new LabelLog(house.database), house.registry, false);
  }

  private void label(World world, int rows, LabelSource source) {
    for (int i = 0; i < rows; i++) {
      World.Labelled each = world.next();
      house.labelled(each.row(), each.label(), source);
    }
    house.settle();
  }

  private List<Run> runs() {
    return runs.newest(Optional.of("sea"), Long.MAX_VALUE, 10);
  }

  private static String sentence(Policies policies) {
    return policies.of("sea").get(0).sentence().english();
  }

  @Test
  void aRunThatNobodyAskedForAdmitsABetterCandidateAndSaysWhy() throws Exception {
    label(new World(2, 14), 2_000, LabelSource.TOKEN);
    Policies policies = policies(Duration.ofDays(1));
    assertEquals("Not looked yet.", sentence(policies));
    policies.look();
    assertEquals("It has just started run 1: labels follow in another way.", sentence(policies));
    Run run = House.ended(runs, 1);
    assertEquals(State.ADMITTED, run.state(), run.toString());
    assertEquals("policy concept-drift", run.requestedBy());
    assertEquals("labels follow in another way", run.reason());
    var made = house.registry.manifest(house.champion().key()).provenance().orElseThrow();
    assertEquals("policy concept-drift", made.requestedBy());
    assertEquals("labels follow in another way", made.reason());
    var change = house.registry.history("sea").get(0);
    assertEquals("policy concept-drift", change.actor());
    assertEquals("Run 1: labels follow in another way", change.reason());
    policies.look();
    assertTrue(sentence(policies).endsWith("but run 1 cools down first."), sentence(policies));
    assertEquals(1, runs().size());
  }

  @Test
  void aCandidateThatIsOnlyNotWorseIsRefusedAndTriedAgainOnlyWithNewLabels() throws Exception {
    label(new World(2, 8), 1_000, LabelSource.TOKEN);
    Policies policies = policies(Duration.ofMillis(1));
    policies.look();
    Run run = House.ended(runs, 1);
    assertEquals(State.REFUSED, run.state(), run.toString());
    assertTrue(
        run.verdict().orElseThrow().rules().stream()
            .anyMatch(rule -> rule.name().equals("better") && rule.decides() && !rule.passed()),
        run.toString());
    assertEquals(1, house.champion().version());
    Thread.sleep(5);
    policies.look();
    assertTrue(sentence(policies).endsWith("but only 0 of 200 new labels since run 1."));
    label(new World(3, 8), 200, LabelSource.TOKEN);
    policies.look();
    assertEquals(2, runs().size());
  }

  @Test
  void strangersStartNoRunsWithTheirLabels() {
    label(new World(2, 14), 300, LabelSource.ANONYMOUS);
    label(new World(2, 14), 40, LabelSource.ADMINISTRATOR);
    Policies policies = policies(Duration.ofDays(1));
    policies.look();
    assertTrue(sentence(policies).contains("only 40 of 200 new labels"), sentence(policies));
    assertEquals(List.of(), runs());
  }

  @Test
  void labelsAreCountedOnceAndFromTheMomentAskedFor() throws Exception {
    label(new World(2, 8), 30, LabelSource.TOKEN);
    NewLabels labels = labels();
    assertEquals(30, labels.since("sea", Instant.EPOCH, 1_000));
    assertEquals(30, labels.since("sea", Instant.EPOCH, 1_000));
    label(new World(2, 8), 5, LabelSource.TOKEN);
    assertEquals(35, labels.since("sea", Instant.EPOCH, 1_000));
    Thread.sleep(5);
    Instant now = Instant.ofEpochMilli(house.clock.millis());
    assertEquals(0, labels.since("sea", now, 1_000));
    label(new World(2, 8), 7, LabelSource.TOKEN);
    assertEquals(7, labels.since("sea", now, 1_000));
    assertEquals(42, labels.since("sea", Instant.EPOCH, 1_000));
    assertEquals(0, labels.since("rose", Instant.EPOCH, 1_000));
  }

  @Test
  void theScheduleLooksOnceAtATimeAndSaysWhyItLetItPass() {
    List<Policy> one = List.of(new Policy(PolicyKind.SCHEDULE, true, Duration.ofDays(1), 200));
    var always = new Policies.Rules(one, Duration.ofDays(30), Timetable.of("* * * * *"));
    SettableClock clock = new SettableClock();
    Policies policies =
        new Policies(model -> always, runs, house.registry, id -> Signs.NONE, labels(), clock);
    policies.look();
    assertEquals("By the schedule * * * * *.", sentence(policies));
    clock.move(Duration.ofSeconds(65));
    policies.look();
    assertTrue(sentence(policies).contains("only 0 of 200 new labels"), sentence(policies));
    policies.look();
    PolicyState now = policies.of("sea").get(0);
    assertTrue(
        now.sentence().english().startsWith("By the schedule * * * * *. Last time: The time has"));
    assertEquals(Optional.of(Instant.parse("2026-11-24T12:02:00Z")), now.next());
    assertFalse(now.due());
  }

  @Test
  void aModelHasItsOwnRules() {
    label(new World(2, 14), 400, LabelSource.TOKEN);
    Policy on = new Policy(PolicyKind.CONCEPT_DRIFT, true, Duration.ofDays(1), 200);
    Policy off = new Policy(PolicyKind.CONCEPT_DRIFT, false, Duration.ofDays(1), 200);
    Policies policies =
        new Policies(
            model ->
                new Policies.Rules(
                    List.of(model.equals("sea") ? off : on), Duration.ofDays(30), Optional.empty()),
            runs,
            house.registry,
            champion -> CHANGED,
            labels(),
            house.clock);
    policies.look();
    assertEquals(List.of(), runs());
    assertEquals("Off.", sentence(policies));
    assertEquals("Not looked yet.", policies.of("another").get(0).sentence().english());
  }
}
