package dev.perennial.monitor;

/**
 * One live row as everything that counts it needs it, worked out once: the derived columns
 * appended, and the bin of every column found. Its arrays are not to be changed.
 *
 * @param given the values of the columns that the reference was made from
 * @param values with the derived columns
 * @param bins of the values
 * @param scores normal scores of the inputs that move together
 * @param hash of the inputs
 */
public record PlacedRow(double[] given, double[] values, int[] bins, double[] scores, long hash) {}
