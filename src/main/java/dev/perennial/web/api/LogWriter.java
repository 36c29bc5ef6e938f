package dev.perennial.web.api;

/** Writes rows of the log in one format. For one thread. */
interface LogWriter {
  void write(LogRow row);

  /** Completes the document and flushes it. */
  void end();
}
