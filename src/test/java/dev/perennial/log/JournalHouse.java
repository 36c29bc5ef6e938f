package dev.perennial.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A journal in a folder of its own, filled and drained by hand. */
abstract class JournalHouse {

  @TempDir Path folder;

  static JournalOptions options(Durability durability) {
    return new JournalOptions(durability, 50_000_000, 64 * 1024, 100_000);
  }

  Journal open() {
    return Journal.open(folder, options(Durability.WRITTEN));
  }

  List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".journal")).sorted().toList();
    }
  }

  /** Everything that a drain would find, in order, taken away. */
  static List<Long> drain(Journal journal) throws IOException {
    List<Long> ids = new ArrayList<>();
    for (Optional<Segment> next = journal.nextToDrain();
        next.isPresent();
        next = journal.nextToDrain()) {
      Frames.Outcome outcome = Frames.read(next.get().read(), entry -> ids.add(entry.id()));
      journal.release(next.get(), outcome.damages());
    }
    return ids;
  }

  static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  void append(long first, long last) {
    try (Journal journal = open()) {
      for (long id = first; id <= last; id++) {
        journal.append(List.of(Sample.answered(id)));
      }
    }
  }

  /** Copies what a journal holds into another folder. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".journal")).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
