package dev.perennial.web.api;

import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.serving.EarlierVersions;
import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import dev.perennial.web.Doorway;
import dev.perennial.web.Exchange;
import dev.perennial.web.Problem;
import dev.perennial.words.Said;

/** Finds what a path of the Open Inference Protocol names. Safe for use by many threads. */
public final class TensorModels {
  private final ModelRegistry registry;
  private final LiveModels models;
  private final EarlierVersions earlier;

  public TensorModels(ModelRegistry registry, LiveModels models) {
    this.registry = registry;
    this.models = models;
    earlier = new EarlierVersions(registry, models);
  }

  ModelRegistry registry() {
    return registry;
  }

  /**
   * The version that answers now, or the one of this number.
   *
   * @param version "" where the path has none
   * @throws dev.perennial.web.ProblemException with 404 if there is none, with 503 if it cannot be
   *     loaded
   */
  Live find(String model, String version) {
    Live live = Doorway.live(models, model);
    if (version.isEmpty() || version.equals(Integer.toString(live.model().id().version()))) {
      return live;
    }
    try {
      return earlier.of(Doorway.version(registry, model, version));
    } catch (ModelException e) {
      throw Problem.unavailable(Said.verbatim("This version cannot be loaded at present."))
          .asException();
    }
  }

  Live find(Exchange exchange) {
    boolean versioned = exchange.route().orElseThrow().template().contains("/versions/{version}");
    return find(exchange.parameter("model"), versioned ? exchange.parameter("version") : "");
  }
}
