package dev.perennial.log;

import dev.perennial.log.Entry.Answered;
import dev.perennial.log.Entry.Failed;
import dev.perennial.log.Entry.Label;
import dev.perennial.log.Entry.Request;
import dev.perennial.model.Prediction;
import dev.perennial.model.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of an entry: its type in one byte, its id in eight, then its fields in order. A type is
 * never changed once released: a new field is a new type, and old ones stay readable.
 */
final class EntryCodec {
  private static final int ANSWERED = 1;
  private static final int REQUEST = 2;
  private static final int FAILED = 3;
  private static final int LABEL = 4;

  private EntryCodec() {}

  static void write(Entry entry, ByteWriter to) {
    if (entry instanceof Answered answered) {
      begin(ANSWERED, entry, to);
      writeAnswered(answered, to);
    } else if (entry instanceof Request request) {
      begin(REQUEST, entry, to);
      writeRequest(request, to);
    } else if (entry instanceof Failed failed) {
      begin(FAILED, entry, to);
      writeFailed(failed, to);
    } else if (entry instanceof Label label) {
      begin(LABEL, entry, to);
      writeLabel(label, to);
    } else {
      throw new IllegalStateException("an entry without bytes: " + entry);
    }
  }

  /**
   * @throws IllegalArgumentException if the type is unknown or the bytes are not such an entry
   */
  static Entry read(ByteReader from) {
    int type = from.takeByte();
    long id = from.takeLong();
    Entry entry =
        switch (type) {
          case ANSWERED -> readAnswered(id, from);
          case REQUEST -> readRequest(id, from);
          case FAILED -> readFailed(id, from);
          case LABEL -> readLabel(id, from);
          default -> throw new IllegalArgumentException("an entry of unknown type " + type);
        };
    if (!from.isAtEnd()) {
      throw new IllegalArgumentException("an entry of type " + type + " with bytes too many");
    }
    return entry;
  }

  private static void begin(int type, Entry entry, ByteWriter to) {
    to.putByte(type);
    to.putLong(entry.id());
  }

  private static void writeAnswered(Answered answered, ByteWriter to) {
    to.putLong(answered.request());
    to.putInt(answered.version());
    to.putByte(answered.source().code());
    writeRow(answered.row(), to);
    writePrediction(answered.prediction(), to);
    to.putInt(answered.parseMicros());
    to.putInt(answered.scoreMicros());
    to.putCount(answered.warnings().size());
    answered.warnings().forEach(to::putText);
  }

  private static Answered readAnswered(long id, ByteReader from) {
    return new Answered(
        id,
        from.takeLong(),
        from.takeInt(),
        Source.of(from.takeByte()),
        readRow(from),
        readPrediction(from),
        from.takeInt(),
        from.takeInt(),
        readTexts(from));
  }

  private static void writeRow(Row row, ByteWriter to) {
    to.putCount(row.size());
    to.putByte(row.hasTexts() ? 1 : 0);
    for (int i = 0; i < row.size(); i++) {
      to.putDouble(row.value(i));
    }
    for (int i = 0; row.hasTexts() && i < row.size(); i++) {
      to.putText(row.text(i));
    }
  }

  private static Row readRow(ByteReader from) {
    double[] values = new double[from.takeCount()];
    boolean hasTexts = from.takeByte() == 1;
    for (int i = 0; i < values.length; i++) {
      values[i] = from.takeDouble();
    }
    if (!hasTexts) {
      return Row.of(values);
    }
    String[] texts = new String[values.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = from.takeText();
    }
    return Row.of(values, texts);
  }

  private static void writePrediction(Prediction prediction, ByteWriter to) {
    to.putCount(prediction.classes());
    if (prediction.classes() == 0) {
      to.putDouble(prediction.value());
    }
    for (int k = 0; k < prediction.classes(); k++) {
      to.putDouble(prediction.probability(k));
    }
  }

  private static Prediction readPrediction(ByteReader from) {
    double[] probabilities = new double[from.takeCount()];
    if (probabilities.length == 0) {
      return Prediction.ofNumber(from.takeDouble());
    }
    for (int k = 0; k < probabilities.length; k++) {
      probabilities[k] = from.takeDouble();
    }
    return Prediction.ofClass(probabilities);
  }

  private static List<String> readTexts(ByteReader from) {
    int count = from.takeCount();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(from.takeText());
    }
    return texts;
  }

  private static void writeRequest(Request request, ByteWriter to) {
    to.putText(request.clientId());
    to.putText(request.method());
    to.putText(request.route());
    to.putInt(request.status());
    to.putInt(request.micros());
  }

  private static Request readRequest(long id, ByteReader from) {
    return new Request(
        id, from.takeText(), from.takeText(), from.takeText(), from.takeInt(), from.takeInt());
  }

  private static void writeFailed(Failed failed, ByteWriter to) {
    to.putLong(failed.request());
    to.putText(failed.model());
    to.putText(failed.reason());
    to.putText(failed.input());
  }

  private static Failed readFailed(long id, ByteReader from) {
    return new Failed(id, from.takeLong(), from.takeText(), from.takeText(), from.takeText());
  }

  private static void writeLabel(Label label, ByteWriter to) {
    to.putLong(label.prediction());
    to.putText(label.text());
    to.putLong(label.observedAt());
    to.putByte(label.source().code());
    to.putText(label.actor());
  }

  private static Label readLabel(long id, ByteReader from) {
    return new Label(
        id,
        from.takeLong(),
        from.takeText(),
        from.takeLong(),
        LabelSource.of(from.takeByte()),
        from.takeText());
  }
}
