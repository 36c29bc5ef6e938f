package dev.perennial.training;

import dev.perennial.model.Arff;
import dev.perennial.model.ModelException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person decides about a model before it is trained: {@code recipe.json} in a seed's folder.
 *
 * @param title for people
 * @param target the attribute to predict; the last one if absent
 * @param scheme the Weka classifier
 * @param options of it, as on Weka's command line
 * @param seed of the algorithm and of the hold-out's shuffle
 * @param trainedAt the time to write into the manifest: fixed, so that the files can be made again
 * @param trainer who answers for it
 * @param source where the data come from
 * @param labels names for people, where the attribute's own name will not do
 * @param units by attribute
 * @param hidden attributes whose values are not recorded; absent is none
 */
public record Recipe(
    String title,
    Optional<String> target,
    String scheme,
    String options,
    int seed,
    Instant trainedAt,
    String trainer,
    Optional<String> source,
    Map<String, String> labels,
    Map<String, String> units,
    Optional<Set<String>> hidden) {
  public Recipe {
    labels = Map.copyOf(labels);
    units = Map.copyOf(units);
    hidden = hidden.map(Set::copyOf);
  }

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  static Recipe read(byte[] json) {
    try {
      return MAPPER.readValue(json, Recipe.class);
    } catch (JacksonException e) {
      throw new ModelException("recipe.json is not usable: " + e.getOriginalMessage(), e);
    }
  }

  Arff.Naming naming() {
    return new Arff.Naming(labels, units, hidden.orElse(Set.of()));
  }
}
