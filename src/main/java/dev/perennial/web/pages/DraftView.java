package dev.perennial.web.pages;

import dev.perennial.model.Kind;
import dev.perennial.training.Choice;
import dev.perennial.training.Draft;
import dev.perennial.training.GivenColumn;
import dev.perennial.training.Shelf;
import dev.perennial.training.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table on its way to a model.
 *
 * @param size its columns and rows, in words
 * @param state in one letter-case word, such as trained
 * @param busy whether the page is to be loaded again soon
 * @param editable whether columns can be corrected
 * @param schemes names of algorithms to begin with
 * @param result of training
 */
public record DraftView(
    long id,
    String file,
    String size,
    String model,
    String state,
    boolean busy,
    boolean editable,
    String step,
    int percent,
    String elapsed,
    List<String> faults,
    List<Line> columns,
    String target,
    String scheme,
    List<String> schemes,
    Optional<Result> result) {

  /** What can be made of a column; "" is leaving it out. */
  public record Choices(String value, String text, boolean chosen) {}

  /**
   * A column.
   *
   * @param first its first values
   * @param counts how many values are missing and how many are different
   * @param hidden whether its values are not to be recorded
   */
  public record Line(
      int at,
      String name,
      List<Choices> kinds,
      String first,
      String counts,
      String hint,
      boolean target,
      boolean hidden) {}

  /** How the trained algorithm did. */
  public record Result(String scheme, List<Fact> figures, List<Tried> tried, String measure) {}

  /** An algorithm of the comparison. */
  public record Tried(String scheme, String figure) {}

  static DraftView of(Draft draft, Instant now) {
    Draft.Look look = draft.look();
    Wish wish = look.wish();
    List<Line> lines = new ArrayList<>();
    List<GivenColumn> columns = draft.table().columns();
    for (int i = 0; i < columns.size(); i++) {
      lines.add(line(i, columns.get(i), wish));
    }
    Draft.State state = look.state();
    boolean known = wish.target() >= 0 && wish.target() < columns.size();
    return new DraftView(
        draft.id(),
        draft.file(),
        "%,d columns, %,d rows".formatted(columns.size(), draft.table().rows()),
        wish.model(),
        state.name().toLowerCase(Locale.ROOT),
        state == Draft.State.TRAINING || state == Draft.State.DEPLOYING,
        state == Draft.State.GIVEN || state == Draft.State.TRAINED,
        look.step(),
        look.percent(),
        Duration.between(look.since(), now).toSeconds() + " s",
        look.faults().stream().map(Figures::sentence).toList(),
        lines,
        known ? columns.get(wish.target()).name() : "",
        wish.scheme(),
        Shelf.names(),
        look.result().map(DraftView::result));
  }

  private static Line line(int at, GivenColumn column, Wish wish) {
    Optional<Kind> chosen = Optional.ofNullable(wish.kinds().get(at));
    List<Choices> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      String value = kind.name().toLowerCase(Locale.ROOT);
      kinds.add(new Choices(value, words(kind), chosen.filter(kind::equals).isPresent()));
    }
    kinds.add(new Choices("", "leave it out", chosen.isEmpty()));
    String different =
        column.isEndless()
            ? "more than %,d different".formatted(GivenColumn.MOST_LABELS)
            : "%,d different".formatted(column.labels().size());
    String missing = column.missing() == 0 ? "" : ", %,d missing".formatted(column.missing());
    return new Line(
        at,
        column.name(),
        kinds,
        column.first().stream()
            .map(value -> value.isEmpty() ? "–" : shorten(value))
            .collect(Collectors.joining(" · ")),
        different + missing,
        column.hint(),
        wish.target() == at,
        wish.hidden().contains(at));
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case NUMERIC -> "number";
      case NOMINAL -> "choice";
      case DATE -> "date";
      case STRING -> "text";
    };
  }

  private static String shorten(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static Result result(Draft.Result result) {
    var manifest = result.manifest();
    boolean nominal = manifest.target().isNominal();
    return new Result(
        scheme(manifest.algorithm().scheme()) + " " + manifest.algorithm().options(),
        CardView.figures(manifest.metrics(), manifest.target()),
        result.tried().stream().map(each -> tried(each)).toList(),
        nominal ? "log loss" : "root mean squared error");
  }

  private static Tried tried(Choice.Tried each) {
    String figure =
        Double.isInfinite(each.figure())
            ? "cannot learn these data: " + each.trouble()
            : String.format(Locale.ROOT, "%.4f", each.figure());
    String options = each.candidate().options();
    return new Tried((scheme(each.candidate().scheme()) + " " + options).strip(), figure);
  }

  private static String scheme(String full) {
    return full.substring(full.lastIndexOf('.') + 1);
  }
}
