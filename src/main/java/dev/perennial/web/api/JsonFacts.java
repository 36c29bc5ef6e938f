package dev.perennial.web.api;

import dev.perennial.monitor.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the members of objects as the monitor's documents have them: words in lower case, times in
 * UTC, null where there is no figure and never NaN. For one thread.
 */
final class JsonFacts {
  private final JsonGenerator json;

  JsonFacts(JsonGenerator json) {
    this.json = json;
  }

  JsonFacts text(String name, String value) {
    json.writeStringProperty(name, value);
    return this;
  }

  JsonFacts word(String name, Enum<?> value) {
    return text(name, word(value));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  JsonFacts flag(String name, boolean value) {
    json.writeBooleanProperty(name, value);
    return this;
  }

  JsonFacts count(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  JsonFacts number(String name, double value) {
    json.writeName(name);
    number(value);
    return this;
  }

  JsonFacts number(String name, Optional<Double> value) {
    return number(name, value.orElse(Double.NaN));
  }

  /** The figure, or null while it does not hold. */
  JsonFacts numberIf(boolean holds, String name, double value) {
    return number(name, holds ? value : Double.NaN);
  }

  private void number(double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }

  JsonFacts time(String name, Instant value) {
    return text(name, value.toString());
  }

  JsonFacts time(String name, Optional<Instant> value) {
    return value.isPresent() ? time(name, value.get()) : nothing(name);
  }

  JsonFacts nothing(String name) {
    json.writeNullProperty(name);
    return this;
  }

  /** Two ends, or null while it does not hold. */
  JsonFacts interval(boolean holds, String name, Interval value) {
    if (!holds) {
      return nothing(name);
    }
    json.writeArrayPropertyStart(name);
    number(value.low());
    number(value.high());
    json.writeEndArray();
    return this;
  }

  JsonFacts counts(String name, long[] values) {
    json.writeArrayPropertyStart(name);
    counts(values);
    json.writeEndArray();
    return this;
  }

  JsonFacts matrix(String name, long[][] rows) {
    json.writeArrayPropertyStart(name);
    for (long[] row : rows) {
      json.writeStartArray();
      counts(row);
      json.writeEndArray();
    }
    json.writeEndArray();
    return this;
  }

  private void counts(long[] values) {
    for (long value : values) {
      json.writeNumber(value);
    }
  }

  JsonFacts texts(String name, Collection<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
    return this;
  }

  /** A member that is an object. */
  JsonFacts object(String name, Runnable members) {
    json.writeObjectPropertyStart(name);
    members.run();
    json.writeEndObject();
    return this;
  }

  /** An object, or null where there is none. */
  <T> JsonFacts object(String name, Optional<T> value, BiConsumer<JsonFacts, T> members) {
    return value.isPresent()
        ? object(name, () -> members.accept(this, value.get()))
        : nothing(name);
  }

  /** A member that is an array of objects. */
  <T> JsonFacts objects(String name, Collection<T> values, BiConsumer<JsonFacts, T> members) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      members.accept(this, value);
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }
}
