package dev.perennial.web;

import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import java.util.List;
import java.util.Map;

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
                    ? Problem.unavailable("The model is known but cannot be loaded at present.")
                        .asException()
                    : unknown(models.names()));
  }

  /** The refusal of a model's name, with the names there are. */
  public static ProblemException unknown(List<String> names) {
    String known =
        names.isEmpty() ? "No model is served." : "Served: " + String.join(", ", names) + ".";
    String detail = "No model has this name. " + known;
    return new Problem(Problem.Type.NOT_FOUND, detail, List.of(), Map.of()).asException();
  }
}
