package dev.perennial.training;

import dev.perennial.db.PrivateFiles;
import dev.perennial.model.Manifest;
import dev.perennial.model.ModelRegistry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one draft, in a folder whose name nobody chooses: the table as it was sent and,
 * after training, the parts of the version. Not in memory, for a forest may be large and people
 * take their time.
 */
final class DraftFiles {
  private static final Logger logger = LoggerFactory.getLogger(DraftFiles.class);
  private final Path folder;

  DraftFiles(Path folder) {
    this.folder = folder;
  }

  /** Removes what a run before left behind. */
  static void tidy(Path all) {
    try (Stream<Path> left = Files.list(all)) {
      left.forEach(each -> new DraftFiles(each).remove());
    } catch (IOException e) {
      logger.warn("the folder of uploads cannot be tidied: {}", e.getMessage());
    }
  }

  /** Copies the table; nothing is left if that fails. */
  void take(Drafts.Source source) throws IOException {
    PrivateFiles.makeFolder(folder);
    try (InputStream bytes = source.open()) {
      Files.copy(bytes, folder.resolve("table"));
    } catch (IOException e) {
      remove();
      throw e;
    }
  }

  String arff(GivenTable table, Wish wish) {
    try (InputStream bytes =
        new BufferedInputStream(Files.newInputStream(folder.resolve("table")))) {
      return table.arff(bytes, wish.model(), wish.kinds());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keep(ModelRegistry.Parts parts) {
    try {
      Files.write(folder.resolve("classifier.model"), parts.classifier());
      Files.write(folder.resolve("data.arff"), parts.data());
      Files.writeString(folder.resolve("header.arff"), parts.header());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ModelRegistry.Parts parts(Manifest manifest) {
    try {
      return new ModelRegistry.Parts(
          manifest,
          Files.readAllBytes(folder.resolve("classifier.model")),
          Files.readString(folder.resolve("header.arff")),
          Files.readAllBytes(folder.resolve("data.arff")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      logger.warn("an upload cannot be removed: {}", e.getMessage());
    }
  }
}
