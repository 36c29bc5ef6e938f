package dev.perennial.web;

import dev.perennial.model.Seed;
import dev.perennial.training.Recipe;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A model whose every name tries to break out of a page. */
public final class Hostile {
  public static final String NAME = "hostile";
  public static final String TITLE = "<b>iris</b>\"'&";
  public static final String YES = "=<i>yes</i>";

  private Hostile() {}

  public static Seed seed() {
    StringBuilder arff =
        new StringBuilder(
            """
            @relation hostile
            @attribute '<u>size</u>' numeric
            @attribute 'a "b"' {'<s>x</s>','=1+1'}
            @attribute '<i>class</i>' {'=<i>yes</i>','no'}
            @data
            """);
    for (int i = 0; i < 20; i++) {
      arff.append(i).append(i % 3 == 0 ? ",'=1+1'," : ",'<s>x</s>',");
      arff.append(i % 2 == 0 ? "'=<i>yes</i>'\n" : "no\n");
    }
    return Trained.seed(NAME, recipe(), arff.toString());
  }

  private static Recipe recipe() {
    return new Recipe(
        TITLE,
        Optional.of("<i>class</i>"),
        "weka.classifiers.trees.J48",
        "",
        1,
        Instant.EPOCH,
        "the tests",
        Optional.empty(),
        Map.of("<u>size</u>", "<u>Size</u>"),
        Map.of("<u>size</u>", "<em>cm</em>"),
        Optional.empty());
  }
}
