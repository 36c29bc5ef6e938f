package dev.perennial.training;

import dev.perennial.words.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What policies see of one model at one moment, and what follows. Pure.
 *
 * @param trained when the champion was made
 * @param staleAfter how old it may become
 * @param timetable when the schedule acts
 * @param considered the schedule's times up to here were acted on or let pass
 * @param last the model's last run
 * @param labels that came since that run began, or else since the champion was made; at least so
 *     many, where more are not needed
 */
record PolicyLook(
    Instant now,
    Signs signs,
    Instant trained,
    Duration staleAfter,
    Optional<Timetable> timetable,
    Instant considered,
    Optional<Run> last,
    int labels) {

  /**
   * @param cause to act now
   * @param sentence the cause, or why there is none
   * @param next when there will be one, where that is known
   */
  private record Trigger(boolean cause, Said sentence, Optional<Instant> next) {
    static Trigger of(Optional<Signs.Sign> sign, String none) {
      return sign.map(
              s ->
                  s.held()
                      .map(held -> not(Said.of("said.policy-held", s.cause(), held)))
                      .orElseGet(() -> new Trigger(true, s.cause(), Optional.empty())))
          .orElseGet(() -> not(Said.of(none)));
    }

    private static Trigger not(Said sentence) {
      return new Trigger(false, sentence, Optional.empty());
    }
  }

  /** Where a policy stands. */
  PolicyState of(Policy policy) {
    PolicyKind kind = policy.kind();
    if (!policy.on()) {
      return PolicyState.off(kind);
    }
    Optional<Instant> cooled = last.map(PolicyLook::ended).map(end -> end.plus(policy.coolDown()));
    Trigger trigger = trigger(kind);
    Said cause = trigger.sentence();
    if (!trigger.cause()) {
      Optional<Instant> next = trigger.next().flatMap(time -> notBefore(kind, time, cooled));
      return waiting(kind, cause, next);
    }
    if (last.filter(run -> !run.state().hasEnded()).isPresent()) {
      return waiting(kind, Said.of("said.policy-goes-on", cause, lastRun()), Optional.empty());
    }
    if (signs.faulty()) {
      return waiting(kind, Said.of("said.policy-fault", cause), Optional.empty());
    }
    if (cooled.filter(end -> end.isAfter(now)).isPresent()) {
      return waiting(kind, Said.of("said.policy-cools-down", cause, lastRun()), cooled);
    }
    if (labels < policy.newLabels()) {
      return waiting(kind, tooFew(cause, policy.newLabels()), Optional.empty());
    }
    return new PolicyState(kind, true, true, cause, Optional.of(now));
  }

  private String lastRun() {
    return Long.toString(last.orElseThrow().id());
  }

  private Said tooFew(Said cause, long wanted) {
    return last.isPresent()
        ? Said.of("said.policy-few-since-run", cause, (long) labels, wanted, lastRun())
        : Said.of("said.policy-few-since-training", cause, (long) labels, wanted);
  }

  private static PolicyState waiting(PolicyKind kind, Said sentence, Optional<Instant> next) {
    return new PolicyState(kind, true, false, sentence, next);
  }

  private Trigger trigger(PolicyKind kind) {
    return switch (kind) {
      case DRIFT -> Trigger.of(signs.drift(), "said.policy-no-drift");
      case CONCEPT_DRIFT -> Trigger.of(signs.concept(), "said.policy-no-concept");
      case STALENESS -> old();
      case SCHEDULE -> timed();
    };
  }

  private Trigger old() {
    Instant stale = trained.plus(staleAfter);
    return now.isBefore(stale)
        ? new Trigger(
            false,
            Said.of("said.policy-may-be", Said.days(staleAfter.toDays())),
            Optional.of(stale))
        : new Trigger(
            true,
            Said.of(
                "said.policy-old",
                Said.days(Duration.between(trained, now).toDays()),
                Said.days(staleAfter.toDays())),
            Optional.empty());
  }

  private Trigger timed() {
    String text = timetable.map(Timetable::toString).orElse("");
    Optional<Instant> next = timetable.flatMap(table -> table.next(considered));
    return next.filter(time -> !time.isAfter(now)).isPresent()
        ? new Trigger(true, Said.of("said.policy-time", text), Optional.empty())
        : new Trigger(false, Said.of("said.policy-schedule", text), next);
  }

  /** A run that never ended was stopped with the server. */
  private static Instant ended(Run run) {
    return run.endedAt().orElse(run.requestedAt());
  }

  /** The schedule's times before the pause is over will pass. */
  private Optional<Instant> notBefore(PolicyKind kind, Instant next, Optional<Instant> cooled) {
    Optional<Instant> end = cooled.filter(time -> time.isAfter(next));
    return end.isEmpty()
        ? Optional.of(next)
        : kind == PolicyKind.SCHEDULE ? timeFrom(end.get()) : end;
  }

  private Optional<Instant> timeFrom(Instant earliest) {
    return timetable.flatMap(table -> table.next(earliest.minusMillis(1)));
  }

  /** The same when the schedule's times up to now have been looked at. */
  PolicyLook passed() {
    return new PolicyLook(now, signs, trained, staleAfter, timetable, now, last, labels);
  }
}
