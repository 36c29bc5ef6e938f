package dev.perennial.web;

import dev.perennial.model.ModelRegistry;
import dev.perennial.model.VersionId;
import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import dev.perennial.training.Run;
import dev.perennial.training.Runs;
import dev.perennial.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the model that a request names. */
public final class Doorway {
  private Doorway() {}

  /**
   * The version that answers now.
   *
   * @throws ProblemException with 404 if no such model is known, with 503 if it cannot be loaded
   */
  public static Live live(LiveModels models, String name) {
    return models
        .find(name)
        .orElseThrow(
            () ->
                models.troubles().containsKey(name)
                    ? Problem.unavailable(Said.of("said.model-not-loaded")).asException()
                    : unknown(models.names()));
  }

  /** The refusal of a model's name, with the names there are. */
  public static ProblemException unknown(List<String> names) {
    Said detail =
        names.isEmpty()
            ? Said.of("said.no-such-model-nor-another")
            : Said.of("said.no-such-model", String.join(", ", names));
    return new Problem(Problem.Type.NOT_FOUND, detail, List.of(), Map.of()).asException();
  }

  /**
   * The versions of a model, oldest first.
   *
   * @throws ProblemException with 404 if it has none
   */
  public static List<VersionId> versions(ModelRegistry registry, String model) {
    List<VersionId> versions = registry.versions(model);
    if (versions.isEmpty()) {
      throw unknown(registry.models());
    }
    return versions;
  }

  /**
   * The version of this number.
   *
   * @throws ProblemException with 404 if there is none
   */
  public static VersionId version(ModelRegistry registry, String model, String number) {
    return versions(registry, model).stream()
        .filter(id -> Integer.toString(id.version()).equals(number))
        .findFirst()
        .orElseThrow(() -> missing(Said.of("said.no-such-version")));
  }

  /**
   * The run of this number.
   *
   * @throws ProblemException with 404 if there is none
   */
  public static Run run(Runs runs, String number) {
    return Optional.of(number)
        .filter(text -> text.matches("[1-9][0-9]{0,17}"))
        .flatMap(text -> runs.find(Long.parseLong(text)))
        .orElseThrow(() -> missing(Said.of("said.no-such-run")));
  }

  private static ProblemException missing(Said detail) {
    return Problem.of(Problem.Type.NOT_FOUND, detail).asException();
  }
}
