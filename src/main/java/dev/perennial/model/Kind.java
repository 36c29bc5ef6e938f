package dev.perennial.model;

/** The kind of a feature or of a target, as the ARFF header declares it. */
public enum Kind {
  /** A finite decimal number. */
  NUMERIC,
  /** One of a fixed list of labels. */
  NOMINAL,
  /** A point in time, kept as milliseconds since 1970-01-01T00:00Z. */
  DATE,
  /** Free text. */
  STRING
}
