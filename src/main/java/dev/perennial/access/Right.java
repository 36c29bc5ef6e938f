package dev.perennial.access;

/** What a route asks of its caller. */
public enum Right {
  /** Nothing, whatever the settings say: probes, static files, the sign-in page. */
  ANYONE,
  /** Nothing while {@link Openness#predict} holds, else an account or token. */
  PREDICT,
  /** Nothing while {@link Openness#label} holds, else an account or token. */
  LABEL,
  /** Nothing while {@link Openness#monitor} holds, else an account or token. */
  MONITOR,
  /** Nothing while {@link Openness#metrics} holds, else an account or token. */
  METRICS,
  /** An account or token of any role. */
  READER,
  /** The administrator's role. */
  ADMINISTRATOR
}
