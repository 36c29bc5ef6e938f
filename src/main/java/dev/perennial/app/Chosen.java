package dev.perennial.app;

import dev.perennial.access.Access;
import dev.perennial.access.Openness;
import dev.perennial.db.Database;
import dev.perennial.db.Secrets;
import dev.perennial.log.Durability;
import dev.perennial.log.JournalOptions;
import dev.perennial.model.Limits;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Signatures;
import dev.perennial.model.VersionImport;
import dev.perennial.serving.Policy;
import dev.perennial.training.Drafts;
import dev.perennial.training.GivenModels;
import dev.perennial.training.GivenTable;
import dev.perennial.web.Imports;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The parts of {@link App} that are made from many settings each. */
record Chosen(Settings settings) {
  private static final int QUEUE_BYTES = 4 << 20;

  /** How long a revoked session or token may go on at another instance. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  /** How long a model file and its data may be looked at. */
  private static final Duration LOOKED_AT = Duration.ofMinutes(2);

  Access access(Database database, Clock clock, Secrets secrets) {
    return Access.open(
        database,
        clock,
        new SecureRandom(),
        new Access.Limits(
            settings.duration("perennial.session.idle"),
            settings.duration("perennial.session.life"),
            REMEMBERED),
        given("perennial.admin.token"),
        given("perennial.admin.password"),
        secrets);
  }

  private Optional<String> given(String secret) {
    return Optional.of(settings.secret(secret)).filter(text -> !text.isEmpty());
  }

  Openness openness() {
    return new Openness(
        settings.flag("perennial.open.predict"),
        settings.flag("perennial.open.label"),
        settings.flag("perennial.open.monitor"),
        settings.flag("perennial.open.metrics"));
  }

  ModelRegistry registry(Database database, Clock clock, Home home, Secrets secrets) {
    int copies = settings.integer("perennial.model.copies");
    return new ModelRegistry(
        database,
        home.folder("registry"),
        new ModelFiles(Limits.DEFAULT),
        new Signatures(secrets.key("model-signatures")),
        clock,
        copies == 0 ? Runtime.getRuntime().availableProcessors() : copies);
  }

  Policy policy() {
    return new Policy(
        settings.choice("perennial.input.missing").equals("accept"),
        settings.choice("perennial.input.unseen").equals("accept"),
        settings.choice("perennial.journal.when-full").equals("answer-unlogged"),
        settings.integer("perennial.input.max-rows"));
  }

  Drafts drafts(Home home, ModelRegistry registry, Renewal renewal, Clock clock) {
    return new Drafts(
        home.folder("tmp/uploads"),
        registry,
        renewal.deployment,
        tables(),
        renewal.runs::queue,
        clock);
  }

  private GivenTable.Bounds tables() {
    return new GivenTable.Bounds(
        settings.integer("perennial.upload.columns"), settings.integer("perennial.upload.rows"));
  }

  /** Model files are read as strictly as versions, and may not be larger than a version's zip. */
  GivenModels models(ModelRegistry registry, Clock clock) {
    Limits usual = Limits.DEFAULT;
    Limits limits =
        new Limits(
            settings.bytes("perennial.model.import.max-size"),
            usual.depth(),
            usual.references(),
            usual.arrayLength());
    return new GivenModels(
        new VersionImport(registry), new ModelFiles(limits), tables(), LOOKED_AT, clock);
  }

  Imports imports(ModelRegistry registry, GivenModels models, Access access) {
    return new Imports(
        new VersionImport(registry),
        models,
        access,
        settings.flag("perennial.model.upload"),
        settings.bytes("perennial.model.import.max-size"));
  }

  JournalOptions journalOptions() {
    return new JournalOptions(
        settings.choice("perennial.journal.durability").equals("forced")
            ? Durability.FORCED
            : Durability.WRITTEN,
        settings.bytes("perennial.journal.max-size"),
        Math.toIntExact(Math.min(256L << 20, settings.bytes("perennial.journal.segment-size"))),
        QUEUE_BYTES);
  }
}
