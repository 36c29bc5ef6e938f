package dev.perennial.web;

import dev.perennial.access.Access;
import dev.perennial.access.Caller;
import dev.perennial.access.Role;
import dev.perennial.access.SignIn;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelFiles;
import dev.perennial.model.VersionId;
import dev.perennial.model.VersionImport;
import dev.perennial.model.VersionZip;
import dev.perennial.serving.FieldError;
import dev.perennial.training.GivenModels;
import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Takes finished versions: a zip that a Perennial exported, or a {@code .model} file with its data.
 * Safe for use by many threads; one zip at a time, since it is held in memory.
 */
public final class Imports {
  private static final int SKIPPED = 4 << 20;
  private final VersionImport versions;
  private final GivenModels models;
  private final Access access;
  private final boolean open;
  private final long most;
  private final Semaphore place = new Semaphore(1);

  /**
   * @param open whether .model files are taken: perennial.model.upload
   * @param most bytes of a file; of a zip packed and unpacked
   */
  public Imports(
      VersionImport versions, GivenModels models, Access access, boolean open, long most) {
    this.versions = versions;
    this.models = models;
    this.access = access;
    this.open = open;
    this.most = most;
  }

  /** Whether .model files are taken. */
  public boolean takesModels() {
    return open;
  }

  /** How large a file may be, in bytes. */
  public long most() {
    return most;
  }

  /**
   * A version's zip.
   *
   * @throws ProblemException saying why it is not taken
   */
  public VersionId zip(InputStream zip, Exchange exchange) {
    if (!place.tryAcquire()) {
      throw Problem.unavailable(Said.of("said.another-import")).asException();
    }
    try {
      VersionZip.Content content = VersionZip.read(zip, most);
      String actor = exchange.caller().actor();
      VersionId made = versions.run(content, actor);
      String detail =
          "%s, which was %s; sha-256 of its classifier %s"
              .formatted(made, content.was(), content.parts().manifest().classifier().sha256());
      access.audit().record(actor, "version-imported", exchange.client().address(), detail);
      return made;
    } catch (ModelException e) {
      skip(zip);
      Said why = Problem.sentence(e);
      var fault = new FieldError("zip", Optional.empty(), why);
      throw refused(Said.of("said.nothing-imported", why), List.of(fault));
    } catch (IOException e) {
      throw Problem.of(Problem.Type.BAD_REQUEST, Said.of("said.body-broke-off")).asException();
    } finally {
      place.release();
    }
  }

  /** A sender that is cut off while it sends never sees why. */
  private static void skip(InputStream rest) {
    try {
      long unused = rest.skip(SKIPPED);
    } catch (IOException e) {
      // It is refused anyhow.
    }
  }

  /**
   * A serialized classifier and its data, from an administrator who gives the password once more.
   *
   * @throws ProblemException saying why it is not taken
   */
  public VersionId model(HttpServletRequest request) {
    checkOpen();
    return model(Upload.of(request, 2, most), Exchange.of(request));
  }

  private void checkOpen() {
    if (!open) {
      throw Problem.of(Problem.Type.CONFLICT, Said.of("said.no-model-files")).asException();
    }
  }

  /** As {@link #model(HttpServletRequest)}, of parts that were taken in already. */
  public VersionId model(Upload upload, Exchange exchange) {
    checkOpen();
    confirm(upload, exchange);
    byte[] classifier = upload.bytes("classifier");
    byte[] data = upload.bytes("data");
    String rows = upload.text("rows");
    List<FieldError> errors = new ArrayList<>();
    need(classifier.length > 0, "classifier", Said.of("said.choose-the-model-file"), errors);
    need(data.length > 0, "data", Said.of("said.choose-the-data"), errors);
    need(
        rows.equals("hold-out") || rows.equals("training"),
        "rows",
        Said.of("said.say-whether-seen"),
        errors);
    if (!errors.isEmpty()) {
      throw refused(Said.of("said.import-misses"), errors);
    }
    String actor = exchange.caller().actor();
    try {
      VersionId made =
          models.take(
              new GivenModels.Given(
                  upload.text("model"),
                  upload.text("target"),
                  classifier,
                  data,
                  rows.equals("hold-out"),
                  actor));
      String detail = made + " of a model file; its sha-256 " + ModelFiles.sha256(classifier);
      access.audit().record(actor, "model-file-imported", exchange.client().address(), detail);
      return made;
    } catch (GivenModels.Refused e) {
      throw refused(Said.of("said.nothing-imported", Problem.sentence(e)), e.errors());
    }
  }

  private static void need(boolean there, String field, Said fault, List<FieldError> errors) {
    if (!there) {
      errors.add(new FieldError(field, Optional.empty(), fault));
    }
  }

  /** A program with a token names an administrator's account beside the password. */
  private void confirm(Upload upload, Exchange exchange) {
    boolean session = exchange.caller().how() == Caller.How.SESSION;
    String name = session ? exchange.caller().name() : upload.text("account");
    String password = upload.text("password");
    List<FieldError> errors = new ArrayList<>();
    need(!name.isEmpty(), "account", Said.of("said.name-the-account"), errors);
    need(!password.isEmpty(), "password", Said.of("said.give-the-password"), errors);
    if (!errors.isEmpty()) {
      throw refused(Said.of("said.import-needs-a-password"), errors);
    }
    SignIn.Outcome outcome = access.signIn().confirm(name, password, exchange.client());
    if (outcome instanceof SignIn.Wait wait) {
      throw Problem.tooMany(Said.of("said.too-many-passwords"), wait.seconds()).asException();
    }
    boolean administers =
        access.accounts().list().stream()
            .anyMatch(a -> a.name().equals(name) && a.role() == Role.ADMINISTRATOR);
    if (!(outcome instanceof SignIn.Confirmed) || !administers) {
      Said detail = Said.of("said.not-an-administrators-password");
      var error = new FieldError("password", Optional.empty(), Said.of("said.password-wrong"));
      throw new Problem(Problem.Type.FORBIDDEN, detail, List.of(error), Map.of()).asException();
    }
  }

  private static ProblemException refused(Said detail, List<FieldError> errors) {
    return new Problem(Problem.Type.INVALID_INPUT, detail, errors, Map.of()).asException();
  }
}
