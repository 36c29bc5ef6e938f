package dev.perennial.serving;

import dev.perennial.model.Feature;
import dev.perennial.words.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks the values of labels, and says what is wrong with them. For one request. */
final class LabelCheck {
  /** A day without a time may be over elsewhere, and clocks differ. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final String LABEL = "label";
  private static final String OBSERVED = "observed_at";

  private final Instant now;
  private final Budget budget = new Budget();

  LabelCheck(Instant now) {
    this.now = now;
  }

  /** The label as it is recorded; "" with a fault noted if it is none of this target's. */
  String label(Feature target, Optional<String> sent, List<Said> faults) {
    if (sent.isEmpty()) {
      faults.add(give(target, Said.of("said.is-missing", LABEL)));
      return "";
    }
    return target.isNominal()
        ? name(target, sent.get(), faults)
        : number(target, sent.get(), faults);
  }

  private String name(Feature target, String sent, List<Said> faults) {
    if (target.values().contains(sent)) {
      return sent;
    }
    Optional<String> meant =
        budget.takeSuggestion() ? Nearest.of(sent, target.values()) : Optional.empty();
    Said label = Said.of("said.named", LABEL, Shown.text(sent));
    faults.add(
        meant
            .map(m -> Said.of("said.unknown-value-meant", label, Shown.text(m)))
            .orElseGet(() -> give(target, Said.of("said.unknown-value", label))));
    return "";
  }

  /** One text for each number, so that 1 and 1.0 are the same label. */
  private static String number(Feature target, String sent, List<Said> faults) {
    String text = TextRow.blanksOff(sent);
    if (!Numbers.isNumber(text)) {
      Said label = Said.of("said.named", LABEL, Shown.text(text));
      faults.add(give(target, Numbers.whyNot(text).about(label)));
      return "";
    }
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      faults.add(give(target, Said.of("said.too-large-a-number", LABEL)));
      return "";
    }
    return Numbers.text(value);
  }

  private static Said give(Feature target, Said why) {
    return Said.of("said.give", why, Accepts.words(target));
  }

  /** Milliseconds since 1970; 0 if no time was given, or with a fault noted. */
  long observedAt(Optional<String> sent, List<Said> faults) {
    if (sent.isEmpty()) {
      return 0;
    }
    OptionalLong millis = TextRow.millis(sent.get());
    if (millis.isEmpty()) {
      faults.add(Said.of("said.must-be-a-time", OBSERVED));
    } else if (millis.getAsLong() <= 0) {
      faults.add(Said.of("said.before-1970", OBSERVED));
    } else if (millis.getAsLong() > now.plus(AHEAD).toEpochMilli()) {
      faults.add(Said.of("said.in-the-future", OBSERVED, now.toString()));
    } else {
      return millis.getAsLong();
    }
    return 0;
  }
}
