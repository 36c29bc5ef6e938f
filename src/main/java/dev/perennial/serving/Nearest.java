package dev.perennial.serving;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody probably meant, for a message that suggests it. */
public final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /** The nearest by edit distance, if at most a third of the letters differ; case is ignored. */
  public static Optional<String> of(String name, Collection<String> known) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = plain(name);
    int best = Math.max(1, wanted.length() / 3) + 1;
    String found = "";
    for (String candidate : known) {
      if (Math.abs(candidate.length() - name.length()) < best && candidate.length() <= LONGEST) {
        int distance = distance(wanted, plain(candidate));
        if (distance < best) {
          best = distance;
          found = candidate;
        }
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }

  /** Levenshtein's distance, one row of the table at a time. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
