package dev.perennial.web.pages;

import dev.perennial.demo.Copy;
import dev.perennial.demo.Demo;
import dev.perennial.demo.Demo.State;
import dev.perennial.demo.Progress;
import dev.perennial.demo.Scene;
import dev.perennial.watch.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    Optional<Now> now) {

  /**
   * A part of the story.
   *
   * @param mark whether it is over, goes on, or is to come
   * @param see what is to be seen on the monitor's page
   * @param run the retraining's number, where the part has one
   */
  public record Part(
      Mark mark, String title, String happens, String see, boolean here, String run) {}

  /** The monitor's diagnosis of the demo's model. */
  public record Now(Mark diagnosis, int version, String sentence, String action) {}

  private record Text(String title, String happens, String see) {}

  static DemoView of(Demo demo, Optional<Report> report, Language in) {
    Progress progress = demo.progress();
    boolean stands = progress.state() != State.NONE;
    return new DemoView(
        demo.isPossible(),
        progress.state().name(),
        title(progress, in),
        Copy.MODEL,
        stands ? in.numbers().count(demo.rows()) : "0",
        percent(progress),
        progress.sentence(),
        Arrays.stream(Scene.values()).map(scene -> part(scene, progress, in)).toList(),
        report.map(each -> now(each, in)));
  }

  private static String title(Progress progress, Language in) {
    return switch (progress.state()) {
      case NONE -> in.say("demo.state-none");
      case PLAYING ->
          progress
              .scene()
              .map(s -> in.say("demo.state-playing", s.number(), text(s, in).title()))
              .orElse(in.say("demo.state-begins"));
      case REMOVING -> in.say("demo.state-removing");
      case TOLD -> in.say("demo.state-told");
      case ENDED -> in.say("demo.state-ended");
      case LEFT -> in.say("demo.state-left");
    };
  }

  private static int percent(Progress progress) {
    int rows = progress.scene().map(Scene::rows).orElse(0);
    return rows == 0 ? 0 : Math.min(100, 100 * progress.sent() / rows);
  }

  private static Part part(Scene scene, Progress progress, Language in) {
    Text text = text(scene, in);
    int there = progress.scene().map(Scene::number).orElse(0);
    boolean here = progress.state() == State.PLAYING && scene.number() == there;
    boolean over =
        scene.number() < there || (progress.state() == State.TOLD && scene.number() == there);
    Mark mark =
        here
            ? new Mark("warn", "mark.now")
            : over ? new Mark("good", "mark.done") : new Mark("none", "mark.to-come");
    return new Part(
        mark,
        text.title(),
        text.happens(),
        text.see(),
        here,
        scene == Scene.RETRAINING ? run(progress) : "");
  }

  private static String run(Progress progress) {
    return progress.run().map(run -> Long.toString(run)).orElse("");
  }

  private static Now now(Report report, Language in) {
    return new Now(
        Mark.of(report.diagnosis().code()),
        report.version(),
        in.said(report.diagnosis().sentence()),
        in.said(report.diagnosis().action()));
  }

  private static Text text(Scene scene, Language in) {
    String key = "demo." + scene.name().toLowerCase(Locale.ROOT);
    return new Text(
        in.say(key),
        in.say(key + "-happens", in.numbers().tenth(Scene.LONGER)),
        in.say(key + "-see"));
  }
}
