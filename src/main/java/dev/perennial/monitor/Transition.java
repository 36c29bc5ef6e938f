package dev.perennial.monitor;

/**
 * One step of an alarm's life.
 *
 * @param from state before
 * @param to state after
 * @param atMillis since 1970-01-01T00:00Z
 * @param by who did it; "" where the rule did
 * @param note why, in that person's words; "" where the rule did
 * @param evidence as it stood at that time
 */
public record Transition(
    Alarm.State from, Alarm.State to, long atMillis, String by, String note, Evidence evidence) {}
