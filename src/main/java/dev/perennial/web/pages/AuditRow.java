package dev.perennial.web.pages;

import dev.perennial.access.Audit;
import java.util.List;

/**
 * A line of the audit.
 *
 * @param act in words
 */
public record AuditRow(Moment at, String actor, String act, String client, String detail) {
  static List<AuditRow> of(List<Audit.Entry> entries) {
    return entries.stream()
        .map(
            e ->
                new AuditRow(
                    Moment.of(e.at()),
                    e.actor(),
                    e.act().replace('-', ' '),
                    e.client(),
                    e.detail()))
        .toList();
  }
}
