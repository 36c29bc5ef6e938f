package dev.perennial.web.api;

import dev.perennial.access.Audit;
import dev.perennial.serving.FieldError;
import dev.perennial.web.Fields;
import dev.perennial.web.Json;
import dev.perennial.web.WindowQuery;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * {@code GET /api/v1/audit?before=&limit=}: who did what, newest first; {@code next_before} asks
 * for the page after this one. Safe for use by many threads.
 */
public final class AuditServlet extends HttpServlet {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;
  private final transient Audit audit;

  public AuditServlet(Audit audit) {
    this.audit = audit;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Fields query = Fields.ofQuery(request);
    List<FieldError> errors = new ArrayList<>();
    for (String name : query.values().keySet()) {
      if (!List.of("before", "limit").contains(name)) {
        errors.add(error(name, "", "is not a parameter here; there are before and limit"));
      }
    }
    long before = number(query, "before", Long.MAX_VALUE, Long.MAX_VALUE, errors);
    int limit = (int) number(query, "limit", USUAL, MOST, errors);
    if (!errors.isEmpty()) {
      throw WindowQuery.refuse(errors);
    }
    List<Audit.Entry> entries = audit.newest(before, limit);
    Json.send(response, 200, "application/json", Json.bytes(json -> write(json, entries, limit)));
  }

  private static long number(
      Fields query, String name, long usual, long most, List<FieldError> errors) {
    List<String> given = query.values().getOrDefault(name, List.of());
    if (given.isEmpty()) {
      return usual;
    }
    String text = given.get(0);
    if (given.size() == 1 && text.matches("[0-9]{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    String bound = most == Long.MAX_VALUE ? " up" : " to " + most;
    errors.add(error(name, text, "must be one whole number from 1" + bound));
    return usual;
  }

  private static FieldError error(String name, String value, String message) {
    return FieldError.forPrograms(name, Optional.of(value), message);
  }

  private static void write(JsonGenerator json, List<Audit.Entry> entries, int limit) {
    json.writeStartObject();
    json.writeArrayPropertyStart("entries");
    for (Audit.Entry entry : entries) {
      json.writeStartObject();
      json.writeNumberProperty("id", entry.id());
      json.writeStringProperty("at", entry.at().toString());
      json.writeStringProperty("actor", entry.actor());
      json.writeStringProperty("act", entry.act());
      json.writeStringProperty("client", entry.client());
      json.writeStringProperty("detail", entry.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (entries.size() < limit) {
      json.writeNullProperty("next_before");
    } else {
      json.writeNumberProperty("next_before", entries.get(entries.size() - 1).id());
    }
    json.writeEndObject();
  }
}
