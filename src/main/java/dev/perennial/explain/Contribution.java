package dev.perennial.explain;

/**
 * What one input adds to the explained number.
 *
 * @param feature its name in the schema
 * @param value its Shapley value: a probability difference in [-1, 1], or the target's unit for a
 *     number
 * @param error standard error of {@code value}; 0 where every reference row was used exactly
 */
public record Contribution(String feature, double value, double error) {}
