package dev.perennial.app;

import java.util.Collection;
import java.util.Comparator;

/** Which known name somebody probably meant. */
final class Nearest {
  private Nearest() {}

  /** The candidate with the fewest letters to add, drop or change (Levenshtein's distance). */
  static String to(String name, Collection<String> candidates) {
    return candidates.stream().min(Comparator.comparingInt(c -> distance(name, c))).orElseThrow();
  }

  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
