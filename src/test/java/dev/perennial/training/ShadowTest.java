package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.log.LabelSource;
import dev.perennial.log.PredictionLog;
import dev.perennial.model.VersionId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowTest {
  @TempDir private Path home;
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = new House(home, new World(1, 8).seed(1_000, "weka.classifiers.trees.J48", "-M 10"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Shadow shadow(int perSecond, long keep) {
    return new Shadow(
        new Shadow.Options(perSecond, keep, false, Margins.USUAL),
        house.database,
        house.registry,
        Optional::empty,
        house.clock);
  }

  /** Version 2, which has learned another world and waits. */
  private VersionId challenger() throws Exception {
    label(new World(2, 14), 1_000, LabelSource.TOKEN);
    try (Runs runs = house.runs(RowPolicy.USUAL, false)) {
      Run run = House.ended(runs, runs.request(house.request()));
      assertEquals(Run.State.ADMITTED, run.state(), run.toString());
    }
    Thread.sleep(5);
    return house.registry.challenger("sea").orElseThrow();
  }

  private void label(World world, int rows, LabelSource source) {
    for (int i = 0; i < rows; i++) {
      World.Labelled each = world.next();
      house.labelled(each.row(), each.label(), source);
    }
    house.settle();
  }

  /** Rows count as settled a second after they came. */
  private ShadowState after(Shadow shadow) throws Exception {
    Thread.sleep(1_100);
    shadow.turn();
    return shadow.of("sea").orElseThrow();
  }

  @Test
  void asksTheChallengerWhatTheChampionWasAskedAndComparesBothWithTheTruth() throws Exception {
    Shadow shadow = shadow(1_000, 100_000);
    shadow.turn();
    assertEquals(Optional.empty(), shadow.of("sea"));
    VersionId second = challenger();
    shadow.turn();
    label(new World(3, 14), 600, LabelSource.TOKEN);
    label(new World(4, 14), 50, LabelSource.ANONYMOUS);
    ShadowState state = after(shadow);
    assertEquals(2, state.version());
    assertEquals(1, state.champion());
    assertEquals(650, state.rows());
    assertEquals(650, shadow.asked());
    assertEquals(0, state.dropped());
    assertEquals(600, state.scores().rows(), "strangers' labels do not count");
    assertTrue(state.scores().challenger() > state.scores().champion() + .1, state.toString());
    assertTrue(state.verdict().better(), state.toString());
    assertTrue(state.verdict().gain().orElseThrow().low() > .1, state.toString());
    double share = (double) state.agreed() / state.rows();
    assertTrue(state.agreement().low() < share && share < state.agreement().high());
    assertTrue(share > .2 && share < .9, state.toString());
    // Nothing of it stands among what was answered.
    var log = new PredictionLog(house.database);
    assertEquals(0, log.newest(Set.of(second.key()), 10).size());
    assertEquals(1, house.champion().version());
    house.deployment.withdraw(second, "account:ada", "not yet");
    label(new World(5, 14), 30, LabelSource.TOKEN);
    Thread.sleep(1_100);
    shadow.turn();
    assertEquals(Optional.empty(), shadow.of("sea"));
    assertEquals(650, shadow.asked(), "it is asked no more");
    house.deployment.challenge(second, "account:ada", "once more");
    assertEquals(Optional.of(second), house.registry.challenger("sea"));
    house.deployment.promote(second, "account:ada", "it does better in the shadow");
    shadow.turn();
    assertEquals(Optional.empty(), shadow.of("sea"));
  }

  @Test
  void labelsThatComeLaterAndAfterARestartCount() throws Exception {
    VersionId second = challenger();
    Shadow shadow = shadow(1_000, 100_000);
    shadow.turn();
    World world = new World(3, 14);
    var rows = world.rows(40);
    rows.forEach(each -> house.answered(each.row()));
    house.settle();
    assertEquals(0, after(shadow).scores().rows());
    assertEquals(40, shadow.of("sea").orElseThrow().rows());
    var ids =
        new PredictionLog(house.database)
            .newest(Set.of(house.champion().key()), 40).stream()
                .map(PredictionLog.Logged::id)
                .sorted()
                .toList();
    for (int i = 0; i < 40; i++) {
      house.label(ids.get(i), rows.get(i).label(), LabelSource.TOKEN);
    }
    house.settle();
    ShadowState state = after(shadow);
    assertEquals(40, state.scores().rows());
    ShadowState again = after(shadow(1_000, 100_000));
    assertEquals(state.scores(), again.scores());
    assertEquals(state.rows(), again.rows());
    assertEquals(2, second.version());
  }

  @Test
  void whatIsTooMuchIsDroppedAndCountedAndOldAnswersGo() throws Exception {
    challenger();
    Shadow shadow = shadow(1, 30);
    shadow.turn();
    label(new World(3, 14), 100, LabelSource.TOKEN);
    ShadowState state = after(shadow);
    assertEquals(5, state.rows(), "five seconds of one row a second");
    assertEquals(95, state.dropped());
    assertEquals(95, shadow.dropped());
    label(new World(4, 14), 50, LabelSource.TOKEN);
    Thread.sleep(1_100);
    for (int i = 0; i < 12; i++) {
      shadow.turn();
    }
    assertEquals(55, shadow.asked());
    assertEquals(95, shadow.dropped());
    assertEquals(30, new ShadowTable(house.database).counts(2).rows());
  }

  @Test
  void isOffByItsSetting() throws Exception {
    challenger();
    Shadow shadow = shadow(0, 30);
    shadow.turn();
    assertEquals(Optional.empty(), shadow.of("sea"));
  }
}
