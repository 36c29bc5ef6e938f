package dev.perennial.demo;

import dev.perennial.log.Drain;
import dev.perennial.log.Ids;
import dev.perennial.log.LabelSource;
import dev.perennial.log.Source;
import dev.perennial.model.ModelException;
import dev.perennial.serving.Answer;
import dev.perennial.serving.Labels;
import dev.perennial.serving.Live;
import dev.perennial.serving.LiveModels;
import dev.perennial.serving.MalformedJson;
import dev.perennial.serving.Predictor;
import dev.perennial.serving.SentLabel;
import dev.perennial.serving.Teller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What programs come in by, without HTTP: the same checks, the same journal. For one thread. */
public record Doors(LiveModels live, Predictor predictor, Labels labels, Ids ids, Drain drain) {
  private static final Teller TELLER = new Teller(LabelSource.DEMO, "");

  /** Asks about these flowers and, if wanted, tells what they were. */
  void send(String model, List<Flowers.Flower> flowers, boolean labelled) {
    Live answers =
        live.find(model).orElseThrow(() -> new ModelException(model + " does not answer"));
    String body =
        flowers.stream().map(Flowers.Flower::json).collect(Collectors.joining(",", "[", "]"));
    List<Answer> given = predict(answers, body);
    List<SentLabel> truths = new ArrayList<>();
    for (int i = 0; labelled && i < given.size(); i++) {
      if (given.get(i) instanceof Answer.Predicted predicted) {
        truths.add(SentLabel.of(predicted.id(), flowers.get(i).species()));
      }
    }
    if (!truths.isEmpty()) {
      var unused = labels.take(truths, TELLER);
    }
  }

  private List<Answer> predict(Live answers, String body) {
    try {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return predictor.json(answers, Source.DEMO, ids.next(), bytes).answers();
    } catch (MalformedJson e) {
      throw new IllegalStateException("the demo writes its own JSON", e);
    }
  }
}
