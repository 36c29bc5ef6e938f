package dev.perennial.web.pages;

import dev.perennial.model.Feature;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import dev.perennial.model.Schema;
import dev.perennial.serving.Accepts;
import dev.perennial.serving.Answer;
import dev.perennial.serving.Numbers;
import dev.perennial.serving.Outcome;
import dev.perennial.web.api.SampleCalls;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An answer as the page shows it.
 *
 * @param answer the predicted label, or the number with its unit
 * @param bars one for each class; empty for a regressor
 * @param took such as "0.42 ms"
 * @param path of the form, without the context path
 * @param query of the link that leads back to the form with the same values; "" if they are too
 *     many for an address, or private
 * @param calls the same question from a program
 * @param ask what the true answer was; empty where it may not be told
 * @param hides whether it has private inputs, so that it cannot be explained later
 */
public record AnswerView(
    String path,
    String model,
    int version,
    String title,
    String target,
    String answer,
    List<Bar> bars,
    List<String> warnings,
    List<Input> inputs,
    String took,
    String id,
    boolean logged,
    String query,
    List<SampleCalls.Call> calls,
    Optional<LabelView.Ask> ask,
    boolean hides) {

  /** Servers take about twice as many bytes of address and headers. */
  private static final int LONGEST_QUERY = 4_000;

  /** The probability of one class. */
  public record Bar(String label, String value, String figure, boolean chosen) {}

  /** One input as it was understood. */
  public record Input(String label, String value, String unit, boolean hidden) {}

  /**
   * The view of one answer.
   *
   * @param path of the form, without the context path
   * @param asks whether the caller may tell the true answer
   */
  static AnswerView of(
      HttpServletRequest request,
      String path,
      Outcome outcome,
      Answer.Predicted predicted,
      boolean asks) {
    var version = outcome.live().model().id();
    Schema schema = outcome.live().inputs().schema();
    Map<String, String> values = values(schema, predicted.row());
    String answer = answer(schema, predicted.prediction());
    return new AnswerView(
        path,
        version.model(),
        version.version(),
        outcome.live().model().manifest().title(),
        schema.target().label(),
        answer,
        bars(schema, predicted.prediction(), Language.of(request)),
        predicted.warnings().stream().map(w -> Language.of(request).said(w.message())).toList(),
        inputs(schema, values),
        Language.of(request).numbers().millis(outcome.timings().total()),
        predicted.id(),
        outcome.logged(),
        schema.hasPrivate() ? "" : query(values),
        SampleCalls.of(request, version.model(), schema, values),
        asks && outcome.logged()
            ? Optional.of(LabelView.ask(predicted.id(), schema.target(), answer))
            : Optional.empty(),
        schema.hasPrivate());
  }

  private static String answer(Schema schema, Prediction prediction) {
    return prediction.classes() > 0
        ? schema.classes().get(prediction.classIndex())
        : Numbers.text(prediction.value()) + schema.target().unit().map(u -> " " + u).orElse("");
  }

  private static List<Bar> bars(Schema schema, Prediction prediction, Language in) {
    List<Bar> bars = new ArrayList<>();
    for (int k = 0; k < prediction.classes(); k++) {
      double p = prediction.probability(k);
      boolean chosen = k == prediction.classIndex();
      bars.add(new Bar(schema.classes().get(k), decimal(p), in.numbers().percent(p), chosen));
    }
    return bars;
  }

  /** Without an exponent, which aria-valuenow may not have. */
  private static String decimal(double probability) {
    return String.format(Locale.ROOT, "%.6f", probability);
  }

  private static Map<String, String> values(Schema schema, Row row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      values.put(schema.features().get(i).name(), value(schema.features().get(i), row, i));
    }
    return values;
  }

  static String value(Feature feature, Row row, int index) {
    if (row.isMissing(index)) {
      return "";
    }
    return switch (feature.kind()) {
      case NUMERIC, DATE -> Accepts.value(feature, row.value(index));
      case NOMINAL ->
          row.value(index) == Row.OTHER
              ? row.text(index)
              : feature.values().get((int) row.value(index));
      case STRING -> row.text(index);
    };
  }

  private static List<Input> inputs(Schema schema, Map<String, String> values) {
    return schema.features().stream()
        .map(
            feature ->
                new Input(
                    feature.label(),
                    values.getOrDefault(feature.name(), ""),
                    feature.unit().orElse(""),
                    feature.isPrivate()))
        .toList();
  }

  private static String query(Map<String, String> values) {
    String query =
        values.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&", "?", ""));
    return query.length() > LONGEST_QUERY ? "" : query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
