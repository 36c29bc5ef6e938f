package dev.perennial.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
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
   * @param cause to act now; "" for none
   * @param sentence why there is none
   * @param next when there will be one, where that is known
   */
  private record Trigger(String cause, String sentence, Optional<Instant> next) {
    static Trigger of(Optional<Signs.Sign> sign, String none) {
      return sign.map(
              s ->
                  s.held().isEmpty()
                      ? new Trigger(s.cause(), "", Optional.empty())
                      : new Trigger(
                          "", say("%s: %s.", capital(s.cause()), s.held()), Optional.empty()))
          .orElse(new Trigger("", none, Optional.empty()));
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
    if (trigger.cause().isEmpty()) {
      Optional<Instant> next = trigger.next().flatMap(time -> notBefore(kind, time, cooled));
      return waiting(kind, trigger.sentence(), next);
    }
    String cause = capital(trigger.cause());
    if (last.filter(run -> !run.state().hasEnded()).isPresent()) {
      return waiting(
          kind, say("%s, and run %d goes on.", cause, last.get().id()), Optional.empty());
    }
    if (signs.faulty()) {
      String sentence = say("%s, but a data fault is open: the source comes first.", cause);
      return waiting(kind, sentence, Optional.empty());
    }
    if (cooled.filter(end -> end.isAfter(now)).isPresent()) {
      String sentence = say("%s, but run %d cools down first.", cause, last.get().id());
      return waiting(kind, sentence, cooled);
    }
    if (labels < policy.newLabels()) {
      String since =
          last.map(run -> "run " + run.id()).orElse("the version that answers was trained");
      String sentence =
          say(
              "%s, but only %,d of %,d new labels since %s.",
              cause, labels, policy.newLabels(), since);
      return waiting(kind, sentence, Optional.empty());
    }
    return new PolicyState(kind, true, true, trigger.cause(), Optional.of(now));
  }

  private static PolicyState waiting(PolicyKind kind, String sentence, Optional<Instant> next) {
    return new PolicyState(kind, true, false, sentence, next);
  }

  private Trigger trigger(PolicyKind kind) {
    return switch (kind) {
      case DRIFT -> Trigger.of(signs.drift(), "No alarm of critical drift fires.");
      case CONCEPT_DRIFT ->
          Trigger.of(signs.concept(), "No alarm of concept drift or of a fallen accuracy fires.");
      case STALENESS -> old();
      case SCHEDULE -> timed();
    };
  }

  private Trigger old() {
    Instant stale = trained.plus(staleAfter);
    return now.isBefore(stale)
        ? new Trigger(
            "", say("The champion may be %,d days old.", staleAfter.toDays()), Optional.of(stale))
        : new Trigger(
            say(
                "the champion is %,d days old, %,d are allowed",
                Duration.between(trained, now).toDays(), staleAfter.toDays()),
            "",
            Optional.empty());
  }

  private Trigger timed() {
    String text = timetable.map(Timetable::toString).orElse("");
    Optional<Instant> next = timetable.flatMap(table -> table.next(considered));
    return next.filter(time -> !time.isAfter(now)).isPresent()
        ? new Trigger("the time has come by the schedule " + text, "", Optional.empty())
        : new Trigger("", say("By the schedule %s.", text), next);
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

  private static String capital(String text) {
    boolean name = text.contains(" drifted");
    return name ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
