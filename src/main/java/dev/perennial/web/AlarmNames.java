package dev.perennial.web;

import dev.perennial.monitor.AlarmKind;
import dev.perennial.words.Said;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Alarms as they stand in addresses: "data_drift" and the like. */
public final class AlarmNames {
  private AlarmNames() {}

  /**
   * The kind of this name.
   *
   * @throws ProblemException with 404, naming those there are
   */
  public static AlarmKind kind(String text) {
    return Arrays.stream(AlarmKind.values())
        .filter(kind -> name(kind).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(
                        Problem.Type.NOT_FOUND,
                        Said.of(
                            "said.no-such-alarm",
                            Arrays.stream(AlarmKind.values())
                                .map(AlarmNames::name)
                                .collect(Collectors.joining(", "))))
                    .asException());
  }

  static String name(AlarmKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
