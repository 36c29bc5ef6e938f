package dev.perennial.training;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times that come again and again, as in a crontab: minute, hour, day of the month, month, day of
 * the week. In UTC. Immutable.
 */
public final class Timetable {
  private final String text;
  private final ExecutionTime times;

  private Timetable(String text, ExecutionTime times) {
    this.text = text;
    this.times = times;
  }

  /** The times that the five fields name, such as {@code 30 2 * * SUN}; empty if they name none. */
  public static Optional<Timetable> of(String text) {
    try {
      var fields = CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX);
      Cron cron = new CronParser(fields).parse(text).validate();
      Timetable made = new Timetable(text, ExecutionTime.forCron(cron));
      return made.next(Instant.EPOCH).map(time -> made);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The first time after this one. */
  Optional<Instant> next(Instant after) {
    return times.nextExecution(after.atZone(ZoneOffset.UTC)).map(time -> time.toInstant());
  }

  @Override
  public String toString() {
    return text;
  }
}
