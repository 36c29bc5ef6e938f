package dev.perennial.web.pages;

import dev.perennial.monitor.Alarm.State;
import dev.perennial.monitor.AlarmKind;
import dev.perennial.monitor.Evidence;
import dev.perennial.monitor.Transition;
import dev.perennial.watch.Incidents.Incident;
import dev.perennial.web.Past;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was ever raised about a model or the service, what took a step last first.
 *
 * @param path of the model's page
 * @param newest whether these are the newest ones
 * @param older the key before which older ones stand; "" where there are none
 */
public record IncidentsView(
    String model, String path, boolean newest, String older, List<Line> incidents) {

  /**
   * One incident.
   *
   * @param id stable, as webhooks name it
   * @param ended when it was over; empty while it is open
   * @param lasted how long, in words
   * @param sentence why it was raised last
   * @param evidence of that raising
   */
  public record Line(
      String id,
      String name,
      Mark state,
      Moment began,
      Optional<Moment> ended,
      String lasted,
      String sentence,
      List<AlarmView.Way> ways,
      List<Fact> evidence,
      List<AlarmView.Step> steps) {}

  static IncidentsView of(String model, List<Incident> incidents, long before, Language in) {
    String older =
        incidents.size() < Past.INCIDENTS
            ? ""
            : Long.toString(incidents.get(incidents.size() - 1).last());
    return new IncidentsView(
        model,
        MonitorView.path(model),
        before == Long.MAX_VALUE,
        older,
        incidents.stream().filter(i -> !i.steps().isEmpty()).map(i -> line(i, in)).toList());
  }

  private static Line line(Incident incident, Language in) {
    List<Transition> steps = incident.steps();
    Transition first = steps.get(0);
    Transition last = steps.get(steps.size() - 1);
    Evidence why =
        steps.stream()
            .filter(step -> step.to() == State.FIRING)
            .reduce(first, (before, after) -> after)
            .evidence();
    boolean over = last.to() == State.RESOLVED;
    Duration lasted = Duration.ofMillis(last.atMillis() - first.atMillis());
    return new Line(
        id(incident),
        AlarmView.name(incident.kind(), in),
        AlarmView.state(last.to()),
        Moment.ofMillis(first.atMillis()),
        Optional.of(last.atMillis()).filter(at -> over).map(Moment::ofMillis),
        over ? in.span(lasted) : "",
        in.said(why.sentence()),
        AlarmView.ways(incident.kind(), why, in),
        new TreeMap<>(why.figures())
            .entrySet().stream()
                .map(f -> new Fact(f.getKey(), in.numbers().number(f.getValue()), ""))
                .toList(),
        steps.stream().map(step -> AlarmView.step(step, in)).toList());
  }

  private static String id(Incident incident) {
    AlarmKind kind = incident.kind();
    return (incident.model().isEmpty() ? "service" : incident.model())
        + "-"
        + kind.name().toLowerCase(Locale.ROOT)
        + "-"
        + incident.number();
  }
}
