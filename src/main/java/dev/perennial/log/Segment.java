package dev.perennial.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A segment that is complete: nothing is written to it any more.
 *
 * @param number segments are drained in this order
 * @param end how many of the file's bytes count; what stands behind was never acknowledged
 * @param firstId the id of its first entry, which tells its age
 */
record Segment(long number, Path path, int end, long firstId) {
  byte[] read() throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    return bytes.length > end ? Arrays.copyOf(bytes, end) : bytes;
  }
}
