package dev.perennial.browser;

import dev.perennial.model.Seed;
import dev.perennial.training.Recipe;
import dev.perennial.web.Trained;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weka.core.Utils;

/**
 * A model that is large, or whose names are hard to show. Its first input alone says which class a
 * row is of, so that a test can have any answer.
 *
 * @param name in addresses
 * @param inputs their names, all numbers
 * @param sent how many rows it is asked about
 */
record Sized(String name, String title, List<String> inputs, List<String> classes, int sent) {
  /** 200 characters without a place to break. */
  private static final String LONG = "an-input-without-a-blank".repeat(9).substring(0, 200);

  static final String SCRIPT = "<script>alert('1')</script>";
  static final List<String> HOSTILE =
      List.of(
          SCRIPT,
          "it's \"quoted\" & more",
          LONG,
          "100 % of a/b\\c?d=e#f",
          "${1+1} #{2*2}",
          "\u202Ebackwards",
          "x");
  private static final List<String> GREEK = List.of("μήκος πετάλου", "πλάτος σεπάλου");
  private static final List<String> ARABIC = List.of("طول البتلة", "عرض الكأس", "لون الزهرة");
  private static final List<String> CHINESE = List.of("花瓣长度", "萼片宽度", "颜色");
  private static final int ROWS = 400;

  /** Five hundred inputs, named in three scripts. */
  static final Sized WIDE =
      new Sized(
          "wide",
          "Five hundred inputs",
          mixed(500),
          List.of("setosa", "versicolor", "virginica"),
          250);

  /** Fifty classes, each taken for each. */
  static final Sized CLASSES =
      new Sized("fifty", "Fifty classes", List.of("x", "y"), mixed(50), 2_500);

  /** Sixty rows, labelled, of names that try to break out or do not fit. */
  static final Sized HARD =
      new Sized(
          "hard", SCRIPT, HOSTILE, List.of(LONG.substring(2) + "-1", "<i>'2'</i>", "100 %/3"), 260);

  /** Names that are read from the right. */
  static final Sized RIGHT = new Sized("right", "زهور السوسن", ARABIC, List.of("نعم", "لا"), 260);

  static final Sized GREEKS = new Sized("greek", "Ίριδες", GREEK, List.of("ναι", "όχι"), 1);
  static final Sized CHINESES = new Sized("chinese", "鸢尾花", CHINESE, List.of("是", "否"), 0);
  static final List<Sized> ALL = List.of(WIDE, CLASSES, HARD, RIGHT, GREEKS, CHINESES);

  private static List<String> mixed(int n) {
    List<String> names = Stream.of(GREEK, ARABIC, CHINESE).flatMap(List::stream).toList();
    return IntStream.range(0, n).mapToObj(i -> names.get(i % names.size()) + " " + i).toList();
  }

  /** A value of the first input that makes this the answer. */
  static double answered(int k) {
    return 10 * k + 5;
  }

  /** One row: the first input is given, the others are of no meaning. */
  List<String> row(double first, Random random) {
    List<String> cells = new ArrayList<>();
    cells.add(Double.toString(first));
    for (int i = 1; i < inputs.size(); i++) {
      cells.add("%.3f".formatted(i + random.nextGaussian()));
    }
    return cells;
  }

  Seed seed() {
    Random random = new Random(1);
    StringBuilder arff = new StringBuilder("@relation made\n");
    inputs.forEach(i -> arff.append("@attribute ").append(Utils.quote(i)).append(" numeric\n"));
    arff.append(
        classes.stream().map(Utils::quote).collect(Collectors.joining(",", "@attribute c {", "}")));
    arff.append("\n@data\n");
    for (int i = 0; i < Math.max(ROWS, 16 * classes.size()); i++) {
      int k = i % classes.size();
      double first = answered(k) + 3 * (random.nextDouble() - .5);
      arff.append(String.join(",", row(first, random))).append(',');
      arff.append(Utils.quote(classes.get(k))).append('\n');
    }
    return Trained.seed(name, recipe(), arff.toString());
  }

  private Recipe recipe() {
    Map<String, String> units = new HashMap<>();
    inputs.forEach(input -> units.put(input, name.equals("hard") ? "<em>%</em>" : "سم"));
    return new Recipe(
        title,
        Optional.of("c"),
        "weka.classifiers.trees.J48",
        "",
        1,
        Instant.EPOCH,
        "the tests",
        Optional.empty(),
        Map.of("c", name.equals("hard") ? "<b>" + LONG + "</b>" : title),
        units,
        Optional.empty());
  }
}
