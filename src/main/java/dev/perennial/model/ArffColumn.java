package dev.perennial.model;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import weka.core.Attribute;
import weka.core.Instances;

/** An attribute as an ARFF header declares it. For one thread: dates are read with its format. */
public final class ArffColumn {
  private final Attribute attribute;
  private final Kind kind;

  private ArffColumn(Attribute attribute) {
    this.attribute = attribute;
    kind = Arff.kind(attribute);
  }

  /**
   * Reads a header up to its line {@code @data}.
   *
   * @throws ModelException with a sentence if it is none
   */
  public static List<ArffColumn> read(String header) {
    try (StringReader text = new StringReader(header)) {
      List<ArffColumn> columns = new ArrayList<>();
      for (Object attribute : Collections.list(new Instances(text).enumerateAttributes())) {
        columns.add(new ArffColumn((Attribute) attribute));
      }
      return columns;
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException("the ARFF header cannot be read: " + e.getMessage(), e);
    }
  }

  public String name() {
    return attribute.name();
  }

  public Kind kind() {
    return kind;
  }

  /** The values of a nominal attribute; empty for the others. */
  public List<String> labels() {
    return kind == Kind.NOMINAL ? Arff.labels(attribute) : List.of();
  }

  /** A value in the form that every door takes: a date of this format in ISO 8601. */
  public String plain(String value) {
    if (kind != Kind.DATE || value.isEmpty()) {
      return value;
    }
    try {
      return Instant.ofEpochMilli((long) attribute.parseDate(value)).toString();
    } catch (ParseException e) {
      return value;
    }
  }

  /** What a sparse row means where it says nothing: 0, or the first label. */
  public String unsaid() {
    return switch (kind) {
      case NUMERIC -> "0";
      case NOMINAL -> attribute.numValues() == 0 ? "" : attribute.value(0);
      case DATE -> Instant.EPOCH.toString();
      case STRING -> "";
    };
  }
}
