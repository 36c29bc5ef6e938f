package dev.perennial.browser;

/**
 * A page in one of its states.
 *
 * @param name in pictures and in what is told
 * @param status of its answer
 * @param repeats whether it is another state with more of the same: axe-core, which needs minutes
 *     for five hundred rows, is not asked again
 * @param way how a browser gets there, from wherever it is
 */
record Shown(String name, int status, boolean repeats, Way way) {
  /** Leads a browser to a page. */
  interface Way {
    void lead(Browser browser) throws Exception;
  }

  @Override
  public String toString() {
    return name;
  }
}
