package dev.perennial.web.api;

import dev.perennial.log.Journal;
import dev.perennial.serving.LiveModels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Tells whether the server can answer now, and what is not well. Safe for use by many threads. */
public final class Readiness {
  private final LiveModels models;
  private final Journal journal;
  private final BooleanSupplier databaseAway;
  private final BooleanSupplier stopping;

  public Readiness(
      LiveModels models, Journal journal, BooleanSupplier databaseAway, BooleanSupplier stopping) {
    this.models = models;
    this.journal = journal;
    this.databaseAway = databaseAway;
    this.stopping = stopping;
  }

  /** Why requests should go elsewhere, one sentence each; empty if the server is ready. */
  List<String> obstacles() {
    List<String> obstacles = new ArrayList<>();
    if (stopping.getAsBoolean()) {
      obstacles.add("The server is stopping.");
    }
    if (models.names().isEmpty()) {
      obstacles.add("No model is loaded.");
    }
    if (!journal.accepts()) {
      obstacles.add("The journal takes no entries: it is full or the disk does not write.");
    }
    return obstacles;
  }

  /** Whether requests are welcome. */
  public boolean isReady() {
    return obstacles().isEmpty();
  }

  /** What is not well although requests are answered, one sentence each. */
  List<String> degraded() {
    List<String> degraded = new ArrayList<>(models.troubles().values());
    if (databaseAway.getAsBoolean()) {
      degraded.add(
          "The database does not do its work: predicting goes on and rows wait in the journal; the log says why.");
    }
    return degraded;
  }

  List<String> loaded() {
    return models.names();
  }
}
