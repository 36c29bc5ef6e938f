package dev.perennial.web.api;

import dev.perennial.log.IdText;
import dev.perennial.log.Ids;
import dev.perennial.serving.FieldError;
import dev.perennial.web.UrlEncoded;
import dev.perennial.web.WindowQuery;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the log are asked for, and how they are to be written.
 *
 * @param after ids above this one
 * @param before ids below this one
 * @param limit at most this many
 * @param labelled only rows that have a label, or only those that have none; empty for both
 */
record LogQuery(long after, long before, long limit, Optional<Boolean> labelled, Format format) {
  /** How rows are written. */
  enum Format {
    JSON("application/json"),
    JSONL("application/jsonl"),
    CSV("text/csv;charset=UTF-8"),
    ARFF("text/x-arff;charset=UTF-8");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }

    /** As in a query, and as a file's ending. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<String> NAMES =
      List.of("from", "to", "after", "limit", "labelled", "format");

  private static final List<String> BOUNDS = List.of("from", "to");

  /** From a time to before another. */
  record Period(Instant from, Instant to) {}

  /** True if a row with or without a label is asked for. */
  boolean wants(boolean hasLabel) {
    return labelled.isEmpty() || labelled.get() == hasLabel;
  }

  /** Collects all faults before it refuses. */
  private static final class Reader {
    private final Map<String, List<String>> given;
    private final IdText ids;
    private final List<FieldError> errors = new ArrayList<>();

    Reader(Map<String, List<String>> given, IdText ids) {
      this.given = given;
      this.ids = ids;
    }

    private void known(List<String> names) {
      for (String name : given.keySet()) {
        if (!names.contains(name)) {
          error(name, "", "is not a parameter here; there are " + String.join(", ", names));
        }
      }
    }

    Period period() {
      known(BOUNDS);
      for (String name : BOUNDS) {
        if (!given.containsKey(name)) {
          error(name, "", "must be given: a period is erased from one time to another");
        }
      }
      Period period =
          new Period(time("from").orElse(Instant.EPOCH), time("to").orElse(Instant.EPOCH));
      if (errors.isEmpty() && !period.from().isBefore(period.to())) {
        error("to", period.to().toString(), "must be later than from");
      }
      check();
      return period;
    }

    LogQuery read() {
      known(NAMES);
      long from = time("from").map(t -> Ids.firstAt(t) - 1).orElse(0L);
      long to = time("to").map(Ids::firstAt).orElse(Long.MAX_VALUE);
      long after = Math.max(from, after());
      LogQuery query = new LogQuery(after, to, limit(), labelled(), format());
      check();
      return query;
    }

    private void check() {
      if (!errors.isEmpty()) {
        throw WindowQuery.refuse(errors);
      }
    }

    private Optional<String> one(String name) {
      List<String> values = given.getOrDefault(name, List.of());
      if (values.size() > 1) {
        error(name, values.get(1), "is given more than once; give it once");
      }
      return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    private Optional<Instant> time(String name) {
      @Nullable String text = one(name).orElse(null);
      if (text == null) {
        return Optional.empty();
      }
      try {
        Instant time = Instant.parse(text);
        if (time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("2080-01-01T00:00:00Z"))) {
          return Optional.of(time);
        }
        error(name, text, "must lie between 1970 and 2080");
      } catch (DateTimeException e) {
        error(name, text, "must be a time in UTC such as 2026-11-23T09:30:00Z");
      }
      return Optional.empty();
    }

    private long after() {
      @Nullable String text = one("after").orElse(null);
      if (text == null) {
        return 0;
      }
      OptionalLong id = ids.parse(text);
      if (id.isEmpty()) {
        error("after", text, "must be the prediction_id of the last row that you have");
      }
      return id.orElse(0);
    }

    private long limit() {
      @Nullable String text = one("limit").orElse(null);
      if (text == null) {
        return Long.MAX_VALUE;
      }
      if (text.matches("[0-9]{1,18}") && Long.parseLong(text) > 0) {
        return Long.parseLong(text);
      }
      error("limit", text, "must be a whole number from 1 up; leave it out for all rows");
      return 1;
    }

    private Optional<Boolean> labelled() {
      Optional<String> text = one("labelled");
      if (text.isPresent() && !List.of("true", "false").contains(text.get())) {
        error("labelled", text.get(), "must be true or false; leave it out for all rows");
      }
      return text.map(Boolean::valueOf);
    }

    private Format format() {
      String text = one("format").orElse("json");
      for (Format format : Format.values()) {
        if (format.text().equals(text)) {
          return format;
        }
      }
      error("format", text, "must be json, jsonl, csv or arff");
      return Format.JSON;
    }

    private void error(String name, String value, String message) {
      errors.add(FieldError.forPrograms(name, Optional.of(value), message));
    }
  }

  /**
   * Reads a URL's query.
   *
   * @throws dev.perennial.web.ProblemException with 400, naming every wrong parameter
   */
  static LogQuery read(@Nullable String query, IdText ids) {
    return reader(query, ids).read();
  }

  /** Reads a URL's query that names a period and nothing else; throws as {@link #read}. */
  static Period period(@Nullable String query, IdText ids) {
    return reader(query, ids).period();
  }

  private static Reader reader(@Nullable String query, IdText ids) {
    byte[] text = query == null ? new byte[0] : query.getBytes(StandardCharsets.ISO_8859_1);
    return new Reader(UrlEncoded.read(text), ids);
  }
}
