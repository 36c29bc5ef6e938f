package dev.perennial.monitor;

import dev.perennial.words.English;
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
  public String reason() {
    String figures =
        " (AUC %s, by chance %s to %s)"
            .formatted(
                English.TONGUE.number(auc),
                English.TONGUE.number(.5 - 2 * error),
                English.TONGUE.number(.5 + 2 * error));
    if (!apart) {
      return "trees cannot tell live rows from training rows" + figures;
    }
    List<String> names = shares.stream().map(Share::column).limit(MOST_NAMED).toList();
    return "trees tell live rows from training rows"
        + (names.isEmpty() ? "" : ", above all by " + String.join(", ", names))
        + figures;
  }
}
