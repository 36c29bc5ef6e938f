package dev.perennial.browser;

/**
 * A page in one of its states.
 *
 * @param name in pictures and in what is told
 * @param status of its answer
 * @param repeats whether it is another state with more of the same: axe-core, which needs minutes
 *     for five hundred rows, is not asked again
 * @param foreign whether a library of others draws it, whose elements are not ours: axe-core is
 *     asked for its contrast alone
 * @param way how a browser gets there, from wherever it is
 */
record Shown(String name, int status, boolean repeats, boolean foreign, Way way) {
  Shown(String name, int status, boolean repeats, Way way) {
    this(name, status, repeats, false, way);
  }

  /** Leads a browser to a page. */
  interface Way {
    void lead(Browser browser) throws Exception;
  }

  @Override
  public String toString() {
    return name;
  }
}
