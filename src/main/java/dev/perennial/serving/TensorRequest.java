package dev.perennial.serving;

import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * An inference request of the Open Inference Protocol.
 *
 * @param id as the client named it, if that is whole Unicode text
 * @param outputs the names asked for; empty means all
 * @param batch its rows, or one refused row if the tensors make none
 */
public record TensorRequest(Optional<String> id, List<String> outputs, Batch batch) {
  private static final StrictJson JSON = new StrictJson();
  private static final String WANTED = "a JSON object with inputs";

  /** What has been read of the object. */
  private record Parts(
      Optional<String> id, List<String> outputs, List<Tensor> inputs, List<FieldError> faults) {}

  /**
   * Reads and checks a body.
   *
   * @throws MalformedJson if it is not one whole JSON text
   */
  public static TensorRequest read(Inputs inputs, byte[] body) throws MalformedJson {
    Parts parts = JSON.read(body, WANTED, TensorRequest::parts);
    List<FieldError> faults = new ArrayList<>();
    parts.inputs().forEach(tensor -> faults.addAll(tensor.faults()));
    if (parts.inputs().isEmpty()) {
      faults.add(
          FieldError.ofRow(Said.verbatim("The request needs \"inputs\": a list of tensors")));
    }
    faults.addAll(parts.faults());
    Batch batch =
        faults.isEmpty() ? batch(inputs, parts.inputs()) : Batch.of(new Checked.Refused(faults));
    return new TensorRequest(parts.id(), parts.outputs(), typed(inputs, parts.inputs(), batch));
  }

  /** Values that every door takes must also be of the type that their tensor declares. */
  private static Batch typed(Inputs inputs, List<Tensor> tensors, Batch batch) {
    if (!batch.errors().isEmpty()) {
      return batch;
    }
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      Tensor tensor = tensors.get(i);
      int index = inputs.indexOf(tensor.name());
      tensor.misfits(inputs.feature(Math.max(0, index)), "inputs[" + i + "]", faults);
    }
    return faults.isEmpty() ? batch : Batch.of(new Checked.Refused(faults));
  }

  private static Parts parts(JsonParser parser) {
    List<FieldError> faults = new ArrayList<>();
    Optional<String> id = Optional.empty();
    List<String> outputs = new ArrayList<>();
    List<Tensor> tensors = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return new Parts(id, outputs, tensors, faults);
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (key.equals("id") && token == JsonToken.VALUE_STRING) {
        id = Optional.of(parser.getString()).filter(Shown::isStorable);
      } else if (key.equals("inputs") && token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          tensors.add(Tensor.read(parser, "inputs[" + tensors.size() + "]"));
        }
      } else if (key.equals("outputs") && token == JsonToken.START_ARRAY) {
        outputs(parser, outputs, faults);
      } else if (key.equals("parameters")) {
        faults.addAll(Tensor.parameters(parser, key));
      } else {
        parser.skipChildren();
      }
    }
    return new Parts(id, outputs, tensors, faults);
  }

  private static void outputs(JsonParser parser, List<String> names, List<FieldError> faults) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        continue;
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        switch (key) {
          case "name" -> names.add(StrictJson.shown(parser));
          case "parameters" -> faults.addAll(Tensor.parameters(parser, "outputs.parameters"));
          default -> parser.skipChildren();
        }
      }
    }
  }

  private static Batch batch(Inputs inputs, List<Tensor> tensors) {
    int rows = tensors.get(0).rows();
    int most = inputs.policy().mostRows();
    if (rows == 0 || rows > most) {
      return refused("The tensors must hold from 1 to " + most + " rows");
    }
    if (tensors.stream().anyMatch(tensor -> tensor.rows() != rows)) {
      return refused("All tensors must hold the same number of rows");
    }
    boolean table = isTable(inputs, tensors);
    if (!table && tensors.stream().anyMatch(tensor -> tensor.width() != 1)) {
      return refused(
          "Each tensor must have the shape [n] or [n,1]; only a model of numbers alone takes one tensor [n,"
              + inputs.size()
              + "]");
    }
    Budget budget = new Budget();
    List<Checked> checked = new ArrayList<>(rows);
    for (int i = 0; i < rows; i++) {
      RowCheck check = new RowCheck(inputs, budget);
      if (table) {
        wide(inputs, check, tensors.get(0), i);
      } else {
        columns(inputs, check, tensors, i);
      }
      checked.add(check.finish());
    }
    return new Batch(false, checked);
  }

  /** True for one tensor that holds every feature of a model of numbers, in the header's order. */
  private static boolean isTable(Inputs inputs, List<Tensor> tensors) {
    return tensors.size() == 1
        && inputs.indexOf(tensors.get(0).name()) == Inputs.NONE
        && tensors.get(0).width() == inputs.size()
        && inputs.schema().features().stream().allMatch(Live::isJsonNumber);
  }

  private static void wide(Inputs inputs, RowCheck check, Tensor tensor, int row) {
    for (int i = 0; i < inputs.size(); i++) {
      int index = check.named(inputs.feature(i).name());
      tensor.data().get(row * inputs.size() + i).into(inputs, check, index);
    }
  }

  private static void columns(Inputs inputs, RowCheck check, List<Tensor> tensors, int row) {
    for (Tensor tensor : tensors) {
      int index = check.named(tensor.name());
      if (index != Inputs.NONE) {
        tensor.data().get(row).into(inputs, check, index);
      }
    }
  }

  private static Batch refused(String message) {
    return Batch.of(new Checked.Refused(List.of(FieldError.ofRow(Said.verbatim(message)))));
  }
}
