package dev.perennial.demo;

import dev.perennial.demo.Demo.State;
import java.util.Optional;

/**
 * Where the story is.
 *
 * @param scene that plays or, after the end, played last; absent where that is not known
 * @param sent flowers sent in the scene
 * @param run the retraining's number, once it was asked for
 * @param sentence what happened, for people; "" while all goes on as it should
 */
public record Progress(
    State state, Optional<Scene> scene, int sent, Optional<Long> run, String sentence) {
  static final Progress NONE = new Progress(State.NONE, Optional.empty(), 0, Optional.empty(), "");

  static Progress of(State state, String sentence) {
    return new Progress(state, Optional.empty(), 0, Optional.empty(), sentence);
  }

  Progress at(Scene next) {
    return new Progress(state, Optional.of(next), 0, run, sentence);
  }

  Progress sent(int more) {
    return new Progress(state, scene, sent + more, run, sentence);
  }

  Progress withRun(long id) {
    return new Progress(state, scene, sent, Optional.of(id), sentence);
  }

  Progress ended(State end, String why) {
    return new Progress(end, scene, sent, run, why);
  }
}
