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

  static DraftView of(Draft draft, Instant now, Language in) {
    Draft.Look look = draft.look();
    Wish wish = look.wish();
    List<Line> lines = new ArrayList<>();
    List<GivenColumn> columns = draft.table().columns();
    for (int i = 0; i < columns.size(); i++) {
      lines.add(line(i, columns.get(i), wish, in));
    }
    Draft.State state = look.state();
    boolean known = wish.target() >= 0 && wish.target() < columns.size();
    return new DraftView(
        draft.id(),
        draft.file(),
        in.say(
            "draft.columns-rows",
            in.numbers().count(columns.size()),
            in.numbers().count(draft.table().rows())),
        wish.model(),
        state.name().toLowerCase(Locale.ROOT),
        state == Draft.State.TRAINING || state == Draft.State.DEPLOYING,
        state == Draft.State.GIVEN || state == Draft.State.TRAINED,
        look.step().map(in::said).orElse(""),
        look.percent(),
        in.say("draft.s", Duration.between(look.since(), now).toSeconds()),
        look.faults().stream().map(f -> Figures.sentence(in.said(f))).toList(),
        lines,
        known ? columns.get(wish.target()).name() : "",
        wish.scheme(),
        Shelf.names(),
        look.result().map(each -> result(each, in)));
  }

  private static Line line(int at, GivenColumn column, Wish wish, Language in) {
    Optional<Kind> chosen = Optional.ofNullable(wish.kinds().get(at));
    List<Choices> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      String value = kind.name().toLowerCase(Locale.ROOT);
      kinds.add(new Choices(value, words(kind, in), chosen.filter(kind::equals).isPresent()));
    }
    kinds.add(new Choices("", in.say("draft.leave-it-out"), chosen.isEmpty()));
    String different =
        column.isEndless()
            ? in.say("draft.more-than-different", in.numbers().count(GivenColumn.MOST_LABELS))
            : in.say("draft.different", in.numbers().count(column.labels().size()));
    String missing =
        column.missing() == 0 ? "" : in.say("draft.missing", in.numbers().count(column.missing()));
    return new Line(
        at,
        column.name(),
        kinds,
        column.first().stream()
            .map(value -> value.isEmpty() ? "–" : shorten(value))
            .collect(Collectors.joining(" · ")),
        different + missing,
        column.hint().map(in::said).orElse(""),
        wish.target() == at,
        wish.hidden().contains(at));
  }

  private static String words(Kind kind, Language in) {
    return switch (kind) {
      case NUMERIC -> in.say("draft.number");
      case NOMINAL -> in.say("draft.choice");
      case DATE -> in.say("draft.date");
      case STRING -> in.say("draft.text");
    };
  }

  private static String shorten(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static Result result(Draft.Result result, Language in) {
    var manifest = result.manifest();
    boolean nominal = manifest.target().isNominal();
    return new Result(
        scheme(manifest.algorithm().scheme()) + " " + manifest.algorithm().options(),
        CardView.figures(manifest.metrics(), manifest.target(), in),
        result.tried().stream().map(each -> tried(each, in)).toList(),
        nominal ? in.say("draft.log-loss") : in.say("draft.root-mean-squared-error"));
  }

  private static Tried tried(Choice.Tried each, Language in) {
    String figure =
        Double.isInfinite(each.figure())
            ? in.say("draft.cannot-learn-these-data", in.said(each.trouble()))
            : in.numbers().places(4, each.figure());
    String options = each.candidate().options();
    return new Tried((scheme(each.candidate().scheme()) + " " + options).strip(), figure);
  }

  private static String scheme(String full) {
    return full.substring(full.lastIndexOf('.') + 1);
  }
}
