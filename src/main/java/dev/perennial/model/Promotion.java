package dev.perennial.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of a model's champion; a roll-back is one too.
 *
 * @param from the champion before; absent for a model's first
 * @param to the champion after
 * @param actor who asked: an account's name, "system", or a policy's name
 * @param reason in words
 */
public record Promotion(Optional<Integer> from, int to, Instant at, String actor, String reason) {}
