package dev.perennial.monitor;

import dev.perennial.monitor.Look.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The one alarm of a model and a kind, from its quiet state through an incident and back. Every
 * step gives a new alarm; none changes. Times are milliseconds since 1970-01-01T00:00Z.
 *
 * @param kind of rule
 * @param state where it stands
 * @param held the state that a clearing alarm falls back to
 * @param incident number of the incident, counted from 1; 0 before the first
 * @param sinceMillis when the state was entered
 * @param silencedUntil when a silence ends; 0 without one
 * @param calmLooks looks in a row that count towards clearing
 * @param history of the current or last incident, oldest first
 */
public record Alarm(
    AlarmKind kind,
    State state,
    State held,
    long incident,
    long sinceMillis,
    long silencedUntil,
    int calmLooks,
    List<Transition> history) {
  private static final int CALM_LOOKS_TO_CLEAR = 2;

  /** An alarm that comes back within this time is the same incident. */
  static final long REOPENS_WITHIN_MILLIS = 36 * 3_600_000L;

  public Alarm {
    history = List.copyOf(history);
  }

  /** Where an alarm stands. */
  public enum State {
    /** Never raised, or suspected in vain. */
    OK,
    /** Suspected, to be confirmed. */
    PENDING,
    /** Raised. */
    FIRING,
    /** Raised, and somebody has taken it on. */
    ACKNOWLEDGED,
    /** Raised, and not to be told for a time. */
    SILENCED,
    /** Below the threshold once; once more clears it. */
    RESOLVING,
    /** Over. */
    RESOLVED;

    /** Whether an incident is open in it. */
    boolean open() {
      return switch (this) {
        case FIRING, ACKNOWLEDGED, SILENCED, RESOLVING -> true;
        case OK, PENDING, RESOLVED -> false;
      };
    }
  }

  public static Alarm quiet(AlarmKind kind) {
    return new Alarm(kind, State.OK, State.OK, 0, 0, 0, 0, List.of());
  }

  /** Whether an incident is open. */
  public boolean open() {
    return state.open();
  }

  /** When what is open now was suspected, or raised if nobody suspected it. */
  public Optional<Long> suspectedMillis() {
    return last(step -> step.from() == State.OK || step.from() == State.RESOLVED);
  }

  /** When what is open now was raised. */
  public Optional<Long> raisedMillis() {
    return last(step -> !step.from().open() && step.to().open());
  }

  /** When the last such step was taken, or the oldest one that is known; while one is open. */
  private Optional<Long> last(Predicate<Transition> wanted) {
    return Stream.concat(history.stream().limit(1), history.stream().filter(wanted))
        .reduce((before, after) -> after)
        .map(Transition::atMillis)
        .filter(at -> open());
  }

  /** What becomes of the alarm after a look. */
  public Alarm after(Look look, long nowMillis) {
    if (isSilenceOver(nowMillis)) {
      return awake(look, nowMillis).after(look, nowMillis);
    }
    if (look.outcome() == Outcome.NO_DATA) {
      return this;
    }
    return open() ? afterOpen(look, nowMillis) : afterClosed(look, nowMillis);
  }

  private boolean isSilenceOver(long nowMillis) {
    return silencedUntil > 0 && nowMillis >= silencedUntil && open();
  }

  private Alarm awake(Look look, long nowMillis) {
    Alarm loud = new Alarm(kind, state, State.FIRING, incident, sinceMillis, 0, calmLooks, history);
    return state == State.SILENCED
        ? loud.to(State.FIRING, nowMillis, "", "the silence is over", look.evidence())
        : loud;
  }

  private Alarm afterClosed(Look look, long nowMillis) {
    return switch (look.outcome()) {
      case EXCEEDED -> raised(look, nowMillis);
      case SUSPECTED ->
          state == State.PENDING ? this : to(State.PENDING, nowMillis, "", "", look.evidence());
      case BELOW ->
          state == State.PENDING
              ? to(incident == 0 ? State.OK : State.RESOLVED, nowMillis, "", "", look.evidence())
              : this;
      case NO_DATA -> this;
    };
  }

  private Alarm raised(Look look, long nowMillis) {
    boolean same = incident > 0 && nowMillis - lastOpenMillis() <= REOPENS_WITHIN_MILLIS;
    Alarm begun =
        new Alarm(
            kind,
            state,
            State.FIRING,
            same ? incident : incident + 1,
            sinceMillis,
            0,
            0,
            same || state == State.PENDING ? history : List.of());
    return begun.to(
        State.FIRING, nowMillis, "", same ? "the incident is open again" : "", look.evidence());
  }

  /** When the incident was last over. */
  private long lastOpenMillis() {
    return history.stream()
        .filter(t -> t.from() == State.RESOLVING && t.to() == State.RESOLVED)
        .mapToLong(Transition::atMillis)
        .max()
        .orElse(Long.MIN_VALUE / 2);
  }

  private Alarm afterOpen(Look look, long nowMillis) {
    if (look.outcome() == Outcome.EXCEEDED && look.again()) {
      State next = held == State.SILENCED ? State.SILENCED : State.FIRING;
      return new Alarm(kind, state, next, incident, sinceMillis, silencedUntil, 0, history)
          .to(next, nowMillis, "", "it changed again", look.evidence());
    }
    if (!look.calm()) {
      Alarm back = withCalm(0);
      return state == State.RESOLVING ? back.to(held, nowMillis, "", "", look.evidence()) : back;
    }
    Alarm calmer = withCalm(calmLooks + 1);
    if (calmer.calmLooks >= CALM_LOOKS_TO_CLEAR) {
      return calmer.to(State.RESOLVED, nowMillis, "", "", look.evidence());
    }
    return state == State.RESOLVING
        ? calmer
        : calmer.to(State.RESOLVING, nowMillis, "", "", look.evidence());
  }

  /**
   * Somebody takes the alarm on.
   *
   * @throws IllegalStateException if no incident is open
   */
  public Alarm acknowledge(String by, String note, long nowMillis) {
    return byHand(State.ACKNOWLEDGED, by, note, 0, nowMillis);
  }

  /**
   * Somebody wants to hear nothing of it until a time.
   *
   * @throws IllegalStateException if no incident is open
   */
  public Alarm silence(String by, String note, long untilMillis, long nowMillis) {
    return byHand(State.SILENCED, by, note, untilMillis, nowMillis);
  }

  private Alarm byHand(State next, String by, String note, long until, long nowMillis) {
    if (!open()) {
      throw new IllegalStateException(
          "the alarm is not open: there is nothing to acknowledge or silence");
    }
    if (note.isBlank()) {
      throw new IllegalArgumentException("a note is needed: say why");
    }
    Evidence last = history.get(history.size() - 1).evidence();
    return new Alarm(kind, state, next, incident, sinceMillis, until, 0, history)
        .to(next, nowMillis, by, note, last);
  }

  private Alarm withCalm(int looks) {
    return new Alarm(kind, state, held, incident, sinceMillis, silencedUntil, looks, history);
  }

  private Alarm to(State next, long nowMillis, String by, String note, Evidence evidence) {
    List<Transition> longer = new ArrayList<>(history);
    longer.add(new Transition(state, next, nowMillis, by, note, evidence));
    return new Alarm(kind, next, held, incident, nowMillis, silencedUntil, calmLooks, longer);
  }
}
