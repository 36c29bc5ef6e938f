package dev.perennial.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes over the segments that an earlier run left, and cuts off what a kill tore. */
final class Recovery {
  private static final Logger logger = LoggerFactory.getLogger(Recovery.class);
  private static final Pattern NAME = Pattern.compile("([0-9a-f]{16})(?:-(\\d+))?\\.journal");

  private final SegmentFolder folder;
  private long firstId = -1;
  private long lastId;

  private Recovery(SegmentFolder folder) {
    this.folder = folder;
  }

  /** Adopts every old segment and gives the largest id in them, or 0. */
  static long run(SegmentFolder folder) throws IOException {
    Recovery recovery = new Recovery(folder);
    List<Path> files = segments(folder.path());
    for (int i = 0; i < files.size(); i++) {
      recovery.adopt(files.get(i), i == files.size() - 1);
    }
    return recovery.lastId;
  }

  private static List<Path> segments(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  private void adopt(Path file, boolean isLast) throws IOException {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalStateException("listed without matching: " + file);
    }
    long number = Long.parseLong(name.group(1), 16);
    String limit = name.group(2);
    int end = limit == null ? Math.toIntExact(Files.size(file)) : Integer.parseInt(limit);
    byte[] bytes = new Segment(number, file, end, 0).read();
    firstId = -1;
    Frames.Outcome outcome = Frames.read(bytes, this::see);
    if (isLast && outcome.wholeUntil() < bytes.length) {
      cut(file, number, outcome.wholeUntil(), bytes.length);
      end = outcome.wholeUntil();
    }
    boolean nothing = end <= Frames.HEADER_BYTES;
    folder.adopt(new Segment(number, file, end, Math.max(firstId, 0)));
    if (nothing) {
      folder.release(new Segment(number, file, end, 0), false);
    }
  }

  private void see(Entry entry) {
    if (firstId < 0) {
      firstId = entry.id();
    }
    lastId = Math.max(lastId, entry.id());
  }

  /** The last write of a killed process may be there in part; nobody was told that it was kept. */
  private static void cut(Path file, long number, int whole, int length) throws IOException {
    logger.info(
        "the journal's segment {} ended in a torn record: {} bytes cut off",
        number,
        length - whole);
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(whole);
      open.getFD().sync();
    }
  }
}
