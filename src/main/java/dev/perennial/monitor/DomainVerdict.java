package dev.perennial.monitor;

import dev.perennial.words.Said;
import java.util.List;

/**
 * Whether a classifier can tell live rows from reference rows, and by which inputs. It explains
 * what moved together; it raises nothing.
 *
 * @param apart whether it can, with p below .01
 * @param auc the share of pairs, one live and one reference row, that it puts in the right order:
 *     .5 by chance
 * @param error standard error of the AUC without drift
 * @param reference rows that were looked at
 * @param live the same
 * @param shares by how much the AUC falls when an input is dealt anew among the rows; the largest
 *     first, none that is not above chance
 */
public record DomainVerdict(
    boolean apart, double auc, double error, long reference, long live, List<Share> shares) {
  private static final int MOST_NAMED = 3;

  public DomainVerdict {
    shares = List.copyOf(shares);
  }

  /** An input and what it contributes to the AUC. */
  public record Share(String column, double fall) {}

  /** One sentence, without its full stop. */
  public Said reason() {
    Said figures = Said.of("said.auc", auc, .5 - 2 * error, .5 + 2 * error);
    if (!apart || shares.isEmpty()) {
      return Said.of(apart ? "said.trees-tell" : "said.trees-cannot-tell", figures);
    }
    List<Said> names =
        shares.stream().limit(MOST_NAMED).map(share -> Said.verbatim(share.column())).toList();
    return Said.of("said.trees-tell-by", Said.list(names), figures);
  }
}
