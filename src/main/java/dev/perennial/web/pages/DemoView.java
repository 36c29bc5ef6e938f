package dev.perennial.web.pages;

import dev.perennial.demo.Copy;
import dev.perennial.demo.Demo;
import dev.perennial.demo.Demo.State;
import dev.perennial.demo.Progress;
import dev.perennial.demo.Scene;
import dev.perennial.watch.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The guided demo as its page tells it.
 *
 * @param possible whether it can be played here
 * @param state in capitals, see {@link State}
 * @param title what the demo is at, in a few words
 * @param rows of the demo in the log
 * @param percent of the present part
 * @param sentence what happened, if anything did
 * @param now what the monitor says at this moment
 * @param run the retraining's number, or ""
 */
public record DemoView(
    boolean possible,
    String state,
    String title,
    String model,
    String rows,
    int percent,
    String sentence,
    List<Part> parts,
    Optional<Now> now,
    String run) {

  /**
   * A part of the story.
   *
   * @param mark whether it is over, goes on, or is to come
   * @param see what is to be seen on the monitor's page
   */
  public record Part(Mark mark, String title, String happens, String see, boolean here) {}

  /** The monitor's diagnosis of the demo's model. */
  public record Now(Mark diagnosis, int version, String sentence, String action) {}

  private record Text(String title, String happens, String see) {}

  static DemoView of(Demo demo, Optional<Report> report) {
    Progress progress = demo.progress();
    boolean stands = progress.state() != State.NONE;
    return new DemoView(
        demo.isPossible(),
        progress.state().name(),
        title(progress),
        Copy.MODEL,
        stands ? Figures.count(demo.rows()) : "0",
        percent(progress),
        progress.sentence(),
        Arrays.stream(Scene.values()).map(scene -> part(scene, progress)).toList(),
        report.map(DemoView::now),
        progress.run().map(run -> Long.toString(run)).orElse(""));
  }

  private static String title(Progress progress) {
    return switch (progress.state()) {
      case NONE -> "See it at work in three minutes";
      case PLAYING ->
          progress
              .scene()
              .map(s -> "%d of 5: %s".formatted(s.number(), text(s).title()))
              .orElse("It begins");
      case REMOVING -> "The demo is being removed";
      case TOLD -> "The demo is over";
      case ENDED -> "The demo ended early";
      case LEFT -> "The demo was ended by a restart";
    };
  }

  private static int percent(Progress progress) {
    int rows = progress.scene().map(Scene::rows).orElse(0);
    return rows == 0 ? 0 : Math.min(100, 100 * progress.sent() / rows);
  }

  private static Part part(Scene scene, Progress progress) {
    Text text = text(scene);
    int there = progress.scene().map(Scene::number).orElse(0);
    boolean here = progress.state() == State.PLAYING && scene.number() == there;
    boolean over =
        scene.number() < there || (progress.state() == State.TOLD && scene.number() == there);
    Mark mark =
        here
            ? new Mark("warn", "Now")
            : over ? new Mark("good", "Done") : new Mark("none", "To come");
    return new Part(mark, text.title(), text.happens(), text.see(), here);
  }

  private static Now now(Report report) {
    return new Now(
        Mark.of(report.diagnosis().code()),
        report.version(),
        report.diagnosis().sentence(),
        report.diagnosis().action());
  }

  private static Text text(Scene scene) {
    return switch (scene) {
      case STEADY ->
          new Text(
              "Steady traffic",
              "Flowers like those that the model learned from are asked about, 16 a second, and after each answer the true species is told.",
              "After 200 flowers, about a quarter of a minute, \"Not enough data\" becomes \"Healthy\": every input is steady, and nearly every answer is right.");
      case MOVED ->
          new Text(
              "Petals grow",
              "The same flowers, with petals %.1f cm longer: another field, another season, or another ruler. Nobody tells the true species for now."
                  .formatted(Scene.LONGER),
              "Within half a minute the input petal_length is \"Moved\" and an alarm opens. The diagnosis is \"Harmless shift\" for now: the true answers known so far, all from before the change, were right. Whether the change does harm is not known yet.");
      case TRUTH ->
          new Text(
              "The truth turns against the model",
              "Petals stay long, and the true species are told again. Nearly every versicolor is now called virginica: one answer in three is wrong.",
              "The accuracy falls, alarms for the performance and for concept drift open, and the diagnosis becomes \"Harmful shift\". What to do: retrain.");
      case RETRAINING ->
          new Text(
              "Retraining",
              "What an administrator would do now with the button Retrain: a candidate learns from the flowers since the change, and the gate judges it beside version 1 on flowers that neither has seen.",
              "The run's page shows what it learned from and how it was judged. If the gate admits it, it answers from that moment on as version 2.");
      case RECOVERY ->
          new Text(
              "Recovery",
              "The same long petals, answered by version 2, with the true species after each answer.",
              "What was learned last is the new normal: petal_length is steady, the accuracy is back, the alarms close, and the diagnosis is \"Healthy\" again.");
    };
  }
}
