package dev.perennial.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.db.Database;
import dev.perennial.model.Verdict;
import dev.perennial.training.Run.State;
import dev.perennial.words.Said;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTableTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");
  @TempDir private Path home;
  private House house;
  private Database database;
  private RunTable table;

  @BeforeEach
  void open() {
    house = new House(home, new World(1, 8).seed(100, "weka.classifiers.bayes.NaiveBayes", ""));
    database = house.database;
    table = new RunTable(database);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Run run(long id) {
    return table.find(id).orElseThrow();
  }

  @Test
  void keepsASentenceSoThatItCanBeSaidInAnyLanguage() {
    Said waits = Said.of("said.waits-for-its-turn");
    long id = table.add(house.request(), AT, waits);
    assertEquals(waits, run(id).sentence());
    Said learns = Said.of("said.run-learns", 1_234L);
    table.phase(id, State.TRAINING, learns);
    assertEquals(learns, run(id).sentence());
    Verdict.Rule rule = Verdict.Rule.of("classes", true, true, Said.of("said.off"));
    Verdict verdict = new Verdict(true, true, Optional.empty(), List.of(rule));
    Said ended = Said.of("said.run-answers", "2");
    table.end(id, State.ADMITTED, AT, ended, Optional.of(verdict), Optional.of(2));
    assertEquals(ended, run(id).sentence());
    assertEquals(Optional.of(verdict), run(id).verdict());
    assertEquals(Said.of("said.off"), run(id).verdict().orElseThrow().rules().get(0).says());
  }

  @Test
  void aRunThatAStopLeftSaysSo() {
    long id = table.add(house.request(), AT, Said.of("said.waits-for-its-turn"));
    assertEquals(1, table.failUnfinished(AT, Said.of("said.run-stopped")));
    assertEquals(Said.of("said.run-stopped"), run(id).sentence());
  }

  /** As rows were written before sentences had keys. */
  @Test
  void readsRowsOfOld() {
    database.run(
        handle ->
            handle.execute(
                """
                INSERT INTO run (id, model, state, requested_at, requested_by, reason, sentence,
                  verdict, summary)
                VALUES (77, 'sea', 'refused', TIMESTAMP WITH TIME ZONE '2026-11-24 12:00:00Z',
                  'ada', 'drift', 'The gate refused version 2.',
                  '{"admitted":false,"better":false,"gain":null,"rules":[{"name":"accuracy",\
                "passed":false,"decides":true,"sentence":"It fell."}]}',
                  '{"train":120,"reference":30,"newest":0,"rowsByOrigin":{"reference":120},\
                "leftOut":{},"from":null,"to":null,"days":{},"duplicates":0,"conflicts":0,\
                "columns":[],"note":"All rows were taken.","halfLife":{"rows":1000,\
                "chosen":false,"sentence":"As usual."}}')
                """));
    Run old = run(77);
    assertEquals("The gate refused version 2.", old.sentence().english());
    Verdict.Rule rule = old.verdict().orElseThrow().rules().get(0);
    assertEquals("It fell.", rule.says().english());
    DataSummary data = old.data().orElseThrow();
    assertEquals("All rows were taken.", data.notes().english());
    assertEquals("As usual.", data.halfLife().orElseThrow().says().english());
  }
}
