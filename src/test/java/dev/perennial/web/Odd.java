package dev.perennial.web;

import dev.perennial.model.Seed;
import java.util.ArrayList;
import java.util.List;

/** A model whose columns are called as people all over the world, and pranksters, call them. */
public final class Odd {
  public static final String NAME = "odd";

  /** One of 500, more than anybody reads through. */
  public static final String CITY = "stad 7 <b>&\"北京";

  private Odd() {}

  public static Seed seed() {
    List<String> cities = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      cities.add("'stad " + i + " <b>&\"北京'");
    }
    StringBuilder arff =
        new StringBuilder(
            """
            @relation odd
            @attribute 'it\\'s "quoted" <u>&amp;' numeric
            @attribute 'πόλη <s>' {%s}
            @attribute 'اللون' {'أحمر',' leading blank','a,b'}
            @attribute '数量 100%%' numeric
            @attribute '__proto__' numeric
            @attribute 'back\\\\slash $(x) `y`' {'\\'','three\"""'}
            @attribute note string
            @attribute seen date yyyy-MM-dd
            @attribute 'ή' {'ναι','όχι'}
            @data
            """
                .formatted(String.join(",", cities)));
    for (int i = 0; i < 60; i++) {
      arff.append(i).append(",'stad ").append(i % 500).append(" <b>&\"北京',");
      arff.append(i % 3 == 0 ? "'أحمر'" : i % 3 == 1 ? "' leading blank'" : "'a,b'");
      arff.append(",").append(i % 7).append(",").append(i % 2).append(",");
      arff.append(i % 2 == 0 ? "'\\''" : "'three\"\"\"'").append(",'say \"hi\"',2026-03-0");
      arff.append(1 + i % 9).append(i % 4 == 0 ? ",'ναι'\n" : ",'όχι'\n");
    }
    return Trained.seed(
        NAME, Trained.plain("Odd names", "weka.classifiers.rules.ZeroR"), arff.toString());
  }
}
