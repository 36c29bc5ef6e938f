package dev.perennial.web.pages;

import dev.perennial.web.Fields;
import dev.perennial.words.Said;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** From a time to before another, as a form's fields "from" and "to" name it in UTC. */
record Period(Instant from, Instant to) {
  private static final Instant LAST = Instant.parse("2080-01-01T00:00:00Z");

  /** The period, where both ends are given and in order; else the faults say what is wrong. */
  static Optional<Period> whole(Fields fields, List<Said> faults) {
    Optional<Instant> from = time(fields, "from", faults);
    Optional<Instant> to = time(fields, "to", faults);
    if (fields.text("from").isBlank() || fields.text("to").isBlank()) {
      faults.add(Said.of("said.both-ends"));
    } else if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      faults.add(Said.of("said.end-later"));
    } else if (from.isPresent() && to.isPresent()) {
      return Optional.of(new Period(from.get(), to.get()));
    }
    return Optional.empty();
  }

  /** What a form asks of the log, as the query of the same in the API; an end may be missing. */
  static String query(Fields fields, List<Said> faults) {
    StringBuilder query = new StringBuilder("format=").append(fields.text("format"));
    time(fields, "from", faults).ifPresent(time -> query.append("&from=").append(time));
    time(fields, "to", faults).ifPresent(time -> query.append("&to=").append(time));
    if (fields.text("labelled").equals("true")) {
      query.append("&labelled=true");
    }
    return query.toString();
  }

  /** A browser's field for times leaves out the zone; some people write it. */
  private static Optional<Instant> time(Fields fields, String name, List<Said> faults) {
    String text = fields.text(name).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant time =
          text.endsWith("Z")
              ? Instant.parse(text)
              : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
      if (time.isAfter(Instant.EPOCH) && time.isBefore(LAST)) {
        return Optional.of(time);
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    faults.add(Said.of("said.times-in-utc"));
    return Optional.empty();
  }
}
