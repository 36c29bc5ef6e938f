package dev.perennial.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of who is a model's champion or challenger; a roll-back is one too.
 *
 * @param alias what the version became
 * @param from the version of this alias before; absent for a model's first
 * @param to the version of this alias after
 * @param actor who asked: an account's name, "system", or a policy's name
 * @param reason in words
 */
public record Promotion(
    Alias alias, Optional<Integer> from, int to, Instant at, String actor, String reason) {}
