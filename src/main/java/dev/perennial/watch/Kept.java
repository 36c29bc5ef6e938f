package dev.perennial.watch;

import dev.perennial.monitor.Alarm;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Look;
import java.time.Instant;
import java.util.Locale;

/**
 * An alarm as it is stored: where it stands, and what it has looked at. Immutable.
 *
 * @param model whose; "" where the service itself is meant
 * @param version key of the version last looked at; 0 before the first look
 * @param ignored so many windows of the version had closed when it took over: they are older than
 *     its service and are never looked at
 * @param looked so many of its windows were looked at
 * @param changes label at which the last change was found that was told; 0 without one
 * @param firstStep key of the oldest stored step of the alarm's history; 0 without any
 */
record Kept(
    String model,
    Alarm alarm,
    int version,
    long ignored,
    long looked,
    long changes,
    long firstStep) {

  static Kept quiet(String model, AlarmKind kind) {
    return new Kept(model, Alarm.quiet(kind), 0, 0, 0, 0, 0);
  }

  AlarmKind kind() {
    return alarm.kind();
  }

  Kept with(Alarm next) {
    return new Kept(model, next, version, ignored, looked, changes, firstStep);
  }

  /** The same, as a look will leave it that cannot be stored yet; an open incident stays. */
  Kept raised(Look look, Instant at) {
    return alarm.open() ? this : with(alarm.after(look, at.toEpochMilli()));
  }

  Kept firstStep(long id) {
    return new Kept(model, alarm, version, ignored, looked, changes, id);
  }

  /** The same after a look at so many windows, the last change at a label. */
  Kept seen(long windows, long change) {
    return new Kept(model, alarm, version, ignored, windows, change, firstStep);
  }

  /** The same when a version takes over of which so many windows are older than its service. */
  Kept takenOver(int by, long closedBefore, long changedBefore) {
    return new Kept(model, alarm, by, closedBefore, closedBefore, changedBefore, firstStep);
  }

  /** Stable: model, kind and incident. */
  String id() {
    String whose = model.isEmpty() ? "service" : model;
    return whose + "-" + kind().name().toLowerCase(Locale.ROOT) + "-" + alarm.incident();
  }
}
