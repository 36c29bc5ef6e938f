package dev.perennial.web.pages;

import dev.perennial.monitor.Column;
import dev.perennial.monitor.ColumnProfile;
import dev.perennial.watch.Reference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much each of two versions leans on one input: how much worse it answers where that input was
 * dealt anew among the rows that it kept apart.
 *
 * @param sentence what the two figures say
 */
public record LeanView(String name, String first, String second, String sentence) {
  private static final int MOST = 20;

  /** A few hundred rows tell no smaller difference: points of accuracy, or of a deviation. */
  private static final double ALIKE = .03;

  private static final double NOTHING = .01;

  /**
   * The inputs that both have, the weightiest first; none where one of them was not measured.
   *
   * @param classes whether the target is a class; else a number
   */
  static List<LeanView> of(
      Optional<Reference> first,
      Optional<Reference> second,
      boolean classes,
      int a,
      int b,
      Language in) {
    Map<String, Double> one = importance(first);
    Map<String, Double> other = importance(second);
    Comparator<String> weight =
        Comparator.comparingDouble(
            name -> -Math.max(one.getOrDefault(name, 0.), other.getOrDefault(name, 0.)));
    return one.keySet().stream()
        .filter(other::containsKey)
        .sorted(weight)
        .limit(MOST)
        .map(
            name ->
                line(
                    name,
                    one.getOrDefault(name, 0.),
                    other.getOrDefault(name, 0.),
                    classes,
                    a,
                    b,
                    in))
        .toList();
  }

  private static Map<String, Double> importance(Optional<Reference> reference) {
    Map<String, Double> importance = new LinkedHashMap<>();
    reference.stream()
        .flatMap(each -> each.profile().columns().stream())
        .map(ColumnProfile::column)
        .filter(column -> column.role() == Column.Role.FEATURE)
        .forEach(column -> importance.put(column.name(), column.importance()));
    return importance;
  }

  private static LeanView line(
      String name, double first, double second, boolean classes, int a, int b, Language in) {
    String one = figure(first, classes, in.numbers());
    String other = figure(second, classes, in.numbers());
    String sentence;
    if (first < NOTHING && second < NOTHING) {
      sentence = in.say("lean.neither");
    } else if (Math.abs(second - first) < ALIKE) {
      sentence = in.say("lean.alike");
    } else {
      boolean more = second > first;
      String loses =
          classes ? in.say("lean.points", other, one) : in.say("lean.deviations", other, one);
      sentence = more ? in.say("lean.more", b, a, loses) : in.say("lean.less", b, a, loses);
    }
    return new LeanView(name, one, other, sentence);
  }

  private static String figure(double value, boolean classes, Numerals numbers) {
    return classes ? numbers.tenth(100 * value) : numbers.places(2, value);
  }
}
