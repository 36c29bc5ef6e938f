package dev.perennial.web.pages;

import dev.perennial.db.DatabaseException;
import dev.perennial.training.PolicyState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a model is in its life, for its own page.
 *
 * @param policies which of them are on, in a sentence
 */
public record LifeView(LoopView loop, String policies) {
  private static final Logger logger = LoggerFactory.getLogger(LifeView.class);

  /** Nothing is told of it. */
  static final LifeView NONE = new LifeView(new LoopView(List.of()), "");

  /** Answering needs no database, so its page does without this where that is away. */
  static LifeView of(LoopView.Sources sources, String model, Language in) {
    try {
      LoopView loop = sources.of(model, in);
      return loop.stations().isEmpty()
          ? NONE
          : new LifeView(loop, sentence(sources.watched().upkeep().apply(model).policies(), in));
    } catch (DatabaseException e) {
      logger.warn("{}: where it is in its life is not known: {}", model, e.getMessage());
      return NONE;
    }
  }

  private static String sentence(List<PolicyState> policies, Language in) {
    String on =
        policies.stream()
            .filter(PolicyState::on)
            .map(state -> UpkeepView.name(state.kind(), in).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("; "));
    return on.isEmpty() ? in.say("life.no-policy-is-on") : in.say("life.policies-that-are-on", on);
  }
}
