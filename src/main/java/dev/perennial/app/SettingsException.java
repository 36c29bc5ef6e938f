package dev.perennial.app;

import java.util.List;

/** Settings that Perennial refuses to start with. The message has one line for each fault. */
public final class SettingsException extends RuntimeException {
  private final List<String> faults;

  SettingsException(List<String> faults) {
    super(
        "%s:%n  %s"
            .formatted(
                faults.size() == 1
                    ? "a setting cannot be used"
                    : faults.size() + " settings cannot be used",
                String.join(System.lineSeparator() + "  ", faults)));
    this.faults = List.copyOf(faults);
  }

  /** One line for each fault: the key, where it was set, the value, and what is accepted. */
  public List<String> faults() {
    return faults;
  }
}
