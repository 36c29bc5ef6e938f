package dev.perennial.watch;

import dev.perennial.monitor.HoldOut;
import dev.perennial.monitor.HoldOutErrors;
import dev.perennial.monitor.ReferenceProfile;
import java.util.Optional;

/**
 * What a version's live rows are measured by. Immutable.
 *
 * @param profile of its training rows, and of its answers to rows that it did not train on
 * @param holdOut how it did on those; empty for a numeric target
 * @param errors the same of a numeric target; empty for classes
 */
public record Reference(
    ReferenceProfile profile, Optional<HoldOut> holdOut, Optional<HoldOutErrors> errors) {}
