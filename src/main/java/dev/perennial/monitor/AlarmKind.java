package dev.perennial.monitor;

/** The rules that raise alarms: one open incident each and model. */
public enum AlarmKind {
  /** An error upstream. */
  DATA_FAULT,
  /** Inputs moved. */
  DATA_DRIFT,
  /** Answers or their confidence moved. */
  PREDICTION_DRIFT,
  /** The accuracy fell, or the errors grew. */
  PERFORMANCE,
  /** Labels follow from inputs in another way than before. */
  CONCEPT_DRIFT,
  /** The model is older than its policy allows. */
  STALENESS,
  /** Requests fail too fast for the objective. */
  ERRORS,
  /** The monitor itself has not looked for too long. */
  MONITOR_SILENT,
  /** The database does not take rows, or cannot be read. */
  DATABASE;

  /** Whether it is about the service, not about one model. */
  public boolean isOfTheService() {
    return this == ERRORS || this == MONITOR_SILENT || this == DATABASE;
  }
}
