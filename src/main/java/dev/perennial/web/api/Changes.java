package dev.perennial.web.api;

import dev.perennial.access.Audit;
import dev.perennial.model.ModelException;
import dev.perennial.model.Promotion;
import dev.perennial.model.VersionId;
import dev.perennial.training.Deployment;
import dev.perennial.training.RunRefused;
import dev.perennial.web.Exchange;
import dev.perennial.web.Problem;
import dev.perennial.words.Said;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The changes of champion and challenger that people ask for; the history and the audit keep them.
 * Safe for use by many threads.
 */
public record Changes(Deployment deployment, Audit audit) {
  /** What is asked for. */
  public enum What {
    /** A version answers. */
    PROMOTE("version-promoted"),
    /** A version is asked in the shadow of the one that answers. */
    CHALLENGE("version-challenges"),
    /** The challenger is asked no more. */
    WITHDRAW("version-withdrawn"),
    /** The champion before answers again. */
    ROLL_BACK("version-rolled-back");

    private final String act;

    What(String act) {
      this.act = act;
    }
  }

  /**
   * Makes the version the champion or the challenger, or the challenger none.
   *
   * @throws dev.perennial.web.ProblemException with 409 if that cannot be done now
   */
  public Promotion make(What what, VersionId version, String reason, Exchange exchange) {
    String actor = exchange.caller().actor();
    return made(
        what,
        exchange,
        switch (what) {
          case CHALLENGE -> () -> deployment.challenge(version, actor, reason);
          case WITHDRAW -> () -> deployment.withdraw(version, actor, reason);
          case PROMOTE, ROLL_BACK -> () -> deployment.promote(version, actor, reason);
        });
  }

  /**
   * Makes the champion before the champion again.
   *
   * @param answering the version that is to give way; absent for whichever answers
   * @throws dev.perennial.web.ProblemException with 409 if that cannot be done now
   */
  public Promotion back(
      String model, Optional<Integer> answering, String reason, Exchange exchange) {
    String actor = exchange.caller().actor();
    return made(
        What.ROLL_BACK, exchange, () -> deployment.rollBack(model, answering, actor, reason));
  }

  private Promotion made(What what, Exchange exchange, Supplier<Promotion> change) {
    Promotion made;
    try {
      made = change.get();
    } catch (ModelException | RunRefused e) {
      throw Problem.of(
              Problem.Type.CONFLICT, Said.of("said.nothing-has-changed", Problem.sentence(e)))
          .asException();
    }
    String detail = exchange.parameter("model") + " version " + made.to() + ": " + made.reason();
    audit.record(exchange.caller().actor(), what.act, exchange.client().address(), detail);
    return made;
  }
}
