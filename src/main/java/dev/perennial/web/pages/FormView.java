package dev.perennial.web.pages;

import dev.perennial.serving.FieldError;
import dev.perennial.serving.Live;
import dev.perennial.web.Exchange;
import dev.perennial.web.api.SampleCalls;
import dev.perennial.words.Said;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The form as the page shows it.
 *
 * @param path of the page, without the context path
 * @param title of the model
 * @param target what is predicted, such as "Species"
 * @param lists of choices that are searched, one for each that is named by a field
 * @param problems what is wrong, for the top of the page; empty at first
 * @param calls the same question from a program; none for values that are wrong
 */
public record FormView(
    String path,
    String model,
    int version,
    String title,
    String target,
    List<Field> fields,
    List<Searched> lists,
    List<Message> problems,
    CardView card,
    List<SampleCalls.Call> calls,
    LifeView life) {

  /** Labels that are found by typing, in an element of this id. */
  public record Searched(String id, List<String> labels) {}

  /** How a field is filled in. */
  public enum Entry {
    LINE,
    NUMBER,
    TEXT,
    CHOICE,
    SEARCH
  }

  /**
   * One input.
   *
   * @param id of the element, unique on the page
   * @param hint what training saw, what it takes, or ""
   * @param value as typed
   * @param error what is wrong, or ""
   * @param choices the labels to choose from; empty for other entries
   * @param none what choosing none of them is called; "" where one has to be chosen
   * @param list the id of what is searched, or ""
   */
  public record Field(
      String id,
      String name,
      String label,
      String unit,
      String hint,
      String value,
      String error,
      Entry entry,
      List<String> choices,
      String none,
      String list) {}

  /** A message for the summary; {@code field} is the id of the element it is about, or "". */
  public record Message(String field, String text) {}

  /** The form with these values, and what is wrong with them. */
  static FormView of(
      HttpServletRequest request,
      String path,
      Live live,
      Map<String, List<String>> values,
      List<FieldError> errors,
      LifeView life) {
    FormFields made = FormFields.of(live.inputs(), values, errors, Language.of(request));
    String model = live.model().id().model();
    Map<String, String> typed = new HashMap<>();
    values.forEach((name, sent) -> typed.put(name, sent.get(0)));
    return new FormView(
        path,
        model,
        live.model().id().version(),
        live.model().manifest().title(),
        live.inputs().schema().target().label(),
        made.fields(),
        made.lists(),
        messages(made.fields(), errors, Language.of(request)),
        CardView.of(live, Exchange.of(request), Language.of(request)),
        errors.isEmpty()
            ? SampleCalls.of(request, model, live.inputs().schema(), typed)
            : List.of(),
        life);
  }

  private static List<Message> messages(List<Field> fields, List<FieldError> errors, Language in) {
    Map<String, Field> named = new HashMap<>();
    fields.forEach(field -> named.put(field.name(), field));
    List<Message> messages = new ArrayList<>();
    for (FieldError error : errors) {
      Field field = named.get(error.field());
      messages.add(
          field == null
              ? new Message("", in.said(error.sentence(Said.of("said.the-field", error.field()))))
              : new Message(field.id(), in.said(error.sentence(field.label()))));
    }
    return messages;
  }
}
