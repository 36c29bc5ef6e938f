package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.Optional;

/**
 * Missing values and unknown labels have tests of their own: taken together with all bins they are
 * too few to be seen. One look is enough, there is no second window to wait for.
 */
final class Gaps {
  private static final long UNSEEN_ROWS = 3;
  private static final double MISSING_RISE = .02;
  private static final double P = 1e-5;
  private static final double P_WITH_MISSING = 1e-6;

  private Gaps() {}

  /** A sentence where a column lacks more values, or has more unknown labels, than it did. */
  static Optional<Said> find(ColumnProfile reference, RecentRows recent, int column) {
    long rows = recent.rows();
    Said name = reference.column().called();
    long unseen = recent.unseen(column);
    if (reference.bins().nominal()
        && unseen >= UNSEEN_ROWS
        && unseenMoreThanBefore(reference, unseen, rows)) {
      return Optional.of(Said.of("said.unknown-lately", name, unseen, rows));
    }
    long missing = recent.missing(column);
    double rise = Counts.share(missing, rows) - Counts.share(reference.missing(), reference.rows());
    double p = missingP(reference, missing, rows);
    if (rise >= MISSING_RISE && p < (reference.missing() > 0 ? P_WITH_MISSING : P)) {
      return Optional.of(
          Said.of(
              "said.missing-lately",
              name,
              new Said.Share(Counts.share(missing, rows)),
              rows,
              new Said.Share(Counts.share(reference.missing(), reference.rows())),
              Said.p(p)));
    }
    return Optional.empty();
  }

  /** A reference that holds unknown labels itself is allowed as many. */
  private static boolean unseenMoreThanBefore(ColumnProfile reference, long unseen, long rows) {
    long before = reference.counts()[reference.bins().unseen()];
    return before == 0 || Tails.hypergeometric(unseen, rows, before, reference.rows()) < P;
  }

  /** Fisher's exact p-value that the live rows lack no more values than the reference. */
  static double missingP(ColumnProfile reference, long missing, long rows) {
    return Tails.hypergeometric(missing, rows, reference.missing(), reference.rows());
  }
}
