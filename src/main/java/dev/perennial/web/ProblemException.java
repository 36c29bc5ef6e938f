package dev.perennial.web;

/** Ends a request with a problem; the dispatcher sends it. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(null, null, false, false);
    this.problem = problem;
  }

  @Override
  public String getMessage() {
    return problem.detail().english();
  }

  public Problem problem() {
    return problem;
  }
}
