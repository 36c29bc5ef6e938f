package dev.perennial.watch;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Look;
import dev.perennial.monitor.Look.Outcome;
import dev.perennial.words.Said;

/**
 * A look at a rule, and what it is a look at. The monitor looks every few seconds, but what it
 * looks at changes only when a window of rows or labels closes: only then may a look count towards
 * clearing an alarm. Immutable.
 *
 * @param version key of the version looked at; 0 where the service is meant
 * @param windows how many windows had closed, growing: two looks at the same number are the same
 *     news
 * @param changes label at which the last change was found, growing; 0 where a rule has none
 */
record NewsLook(AlarmKind kind, Look look, int version, long windows, long changes) {
  private static final Look NOTHING_NEW =
      new Look(Outcome.NO_DATA, 0, false, Evidence.of(Said.of("said.nothing-new")));

  /** What becomes of a stored alarm after this look. */
  Kept applyTo(Kept kept, long nowMillis) {
    Kept mine = followed(kept);
    boolean news = windows > mine.looked();
    boolean old = windows > 0 && windows <= mine.ignored();
    boolean calm = look.outcome() == Outcome.BELOW;
    Alarm before = mine.alarm();
    if (old || (calm && !news)) {
      return mine.with(before.after(NOTHING_NEW, nowMillis));
    }
    boolean again = before.open() && changes > mine.changes();
    Look told = new Look(look.outcome(), look.value(), again, look.evidence());
    return mine.with(before.after(told, nowMillis)).seen(windows, changes);
  }

  private Kept followed(Kept kept) {
    if (kept.version() != version && kept.version() != 0) {
      return kept.takenOver(version, windows, changes);
    }
    // The first version of all has nothing older than its service; and a count that fell belongs
    // to a state that was made anew, or to a clock that was set back: all of it is news.
    return kept.version() != version || windows < kept.looked()
        ? kept.takenOver(version, 0, 0)
        : kept;
  }
}
