package dev.perennial.serving;

import dev.perennial.model.Feature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks the values of labels, and says what is wrong with them. For one request. */
final class LabelCheck {
  /** A day without a time may be over elsewhere, and clocks differ. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Instant now;
  private final Budget budget = new Budget();

  LabelCheck(Instant now) {
    this.now = now;
  }

  /** The label as it is recorded; "" with a fault noted if it is none of this target's. */
  String label(Feature target, Optional<String> sent, List<String> faults) {
    if (sent.isEmpty()) {
      faults.add("label is missing; give " + Accepts.words(target));
      return "";
    }
    return target.isNominal()
        ? name(target, sent.get(), faults)
        : number(target, sent.get(), faults);
  }

  private String name(Feature target, String sent, List<String> faults) {
    if (target.values().contains(sent)) {
      return sent;
    }
    Optional<String> meant =
        budget.takeSuggestion() ? Nearest.of(sent, target.values()) : Optional.empty();
    faults.add(
        "label \"%s\" is not a known value; %s"
            .formatted(
                Shown.text(sent),
                meant
                    .map(m -> "did you mean \"" + Shown.text(m) + "\"?")
                    .orElseGet(() -> "give " + Accepts.words(target))));
    return "";
  }

  /** One text for each number, so that 1 and 1.0 are the same label. */
  private static String number(Feature target, String sent, List<String> faults) {
    String text = TextRow.blanksOff(sent);
    if (!Numbers.isNumber(text)) {
      faults.add(
          "label %s; give %s"
              .formatted('"' + Shown.text(text) + "\" " + Numbers.whyNot(text), words(target)));
      return "";
    }
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      faults.add("label is too large for a number; give " + words(target));
      return "";
    }
    return Numbers.text(value);
  }

  private static String words(Feature target) {
    return Accepts.words(target);
  }

  /** Milliseconds since 1970; 0 if no time was given, or with a fault noted. */
  long observedAt(Optional<String> sent, List<String> faults) {
    if (sent.isEmpty()) {
      return 0;
    }
    OptionalLong millis = TextRow.millis(sent.get());
    if (millis.isEmpty()) {
      faults.add("observed_at must be a time such as 2026-11-23T09:30:00Z");
    } else if (millis.getAsLong() <= 0) {
      faults.add("observed_at lies before 1970");
    } else if (millis.getAsLong() > now.plus(AHEAD).toEpochMilli()) {
      faults.add("observed_at lies in the future; the time here is " + now);
    } else {
      return millis.getAsLong();
    }
    return 0;
  }
}
