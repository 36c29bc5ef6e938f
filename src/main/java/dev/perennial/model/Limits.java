package dev.perennial.model;

/**
 * How large a serialized classifier may be. {@link #DEFAULT} holds a forest of some hundred trees
 * or a model of 1,000 features (measured in {@code docs/decisions/005-deserialization.md}) and
 * stops a file that would fill the memory or the stack.
 *
 * @param bytes length of the file, in bytes
 * @param depth nesting of objects; Weka writes trees recursively, so a deep tree nests deeply
 * @param references objects in the file
 * @param arrayLength elements of one array
 */
public record Limits(long bytes, int depth, long references, int arrayLength) {
  public static final Limits DEFAULT = new Limits(512L << 20, 2_000, 50_000_000, 16 << 20);

  public Limits {
    if (bytes < 1 || depth < 1 || references < 1 || arrayLength < 1) {
      throw new IllegalArgumentException("the limits of a model file must be positive");
    }
  }
}
