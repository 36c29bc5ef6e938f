package dev.perennial.serving;

import dev.perennial.log.Entry.Label;
import dev.perennial.log.LabelSource;
import dev.perennial.model.Feature;
import dev.perennial.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Sorts the labels of one request into those to record and the others. For one thread. */
final class LabelTally {
  private static final String ID = "prediction_id";
  private final Teller teller;
  private final LongSupplier nextId;
  private final Map<Long, Label> holding;
  private final LabelCheck check;
  private final List<Label> entries = new ArrayList<>();
  private final List<LabelOutcome.Rejected> rejected = new ArrayList<>();
  private int accepted;
  private int unchanged;
  private int corrected;

  /**
   * @param holding what holds so far, by prediction; a label of this request counts for the next
   */
  LabelTally(Teller teller, LongSupplier nextId, Map<Long, Label> holding, LabelCheck check) {
    this.teller = teller;
    this.nextId = nextId;
    this.holding = holding;
    this.check = check;
  }

  /**
   * Weighs the next label.
   *
   * @param id of the prediction, if it verifies
   * @param target of the model that answered, if the log has the prediction
   */
  void add(int index, SentLabel sent, OptionalLong id, Optional<Feature> target) {
    List<Said> faults = new ArrayList<>(sent.faults());
    String text = "";
    if (id.isEmpty()) {
      faults.add(noId(sent));
    } else if (target.isEmpty()) {
      faults.add(Said.of("said.of-no-prediction", ID));
    } else {
      text = check.label(target.get(), sent.label(), faults);
    }
    long observedAt = check.observedAt(sent.observedAt(), faults);
    if (faults.isEmpty()) {
      weigh(id.getAsLong(), text, observedAt).ifPresent(faults::add);
    }
    if (!faults.isEmpty()) {
      String shown = sent.prediction().map(Shown::text).orElse("");
      rejected.add(new LabelOutcome.Rejected(index, shown, Said.all(faults)));
    }
  }

  private static Said noId(SentLabel sent) {
    return sent.prediction().isEmpty()
        ? Said.of("said.is-missing", ID)
        : Said.of("said.no-answers-id", ID);
  }

  /** Records it if it says anything new; a fault if it may not. */
  private Optional<Said> weigh(long prediction, String text, long observedAt) {
    Label before = holding.get(prediction);
    if (before != null) {
      boolean same = before.text().equals(text);
      boolean sameTime = observedAt == 0 || observedAt == before.observedAt();
      boolean confirmed = isKnown(teller.source()) && !isKnown(before.source());
      if (same && sameTime && !confirmed) {
        unchanged++;
        return Optional.empty();
      }
      if (isKnown(before.source()) && !isKnown(teller.source())) {
        return Optional.of(Said.of("said.labelled-by-others"));
      }
      if (same && confirmed) {
        accepted++;
      } else {
        corrected++;
      }
    } else {
      accepted++;
    }
    record(
        new Label(
            nextId.getAsLong(), prediction, text, observedAt, teller.source(), teller.actor()));
    return Optional.empty();
  }

  private void record(Label label) {
    holding.put(label.prediction(), label);
    entries.add(label);
  }

  private static boolean isKnown(LabelSource source) {
    return source != LabelSource.ANONYMOUS;
  }

  List<Label> entries() {
    return entries;
  }

  LabelOutcome outcome() {
    return new LabelOutcome(accepted, unchanged, corrected, rejected);
  }
}
