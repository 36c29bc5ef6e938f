package dev.perennial.training;

import dev.perennial.model.LoadedModel;
import dev.perennial.model.ModelException;
import dev.perennial.model.ModelRegistry;
import dev.perennial.model.Seed;
import dev.perennial.model.SeedImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves what people drop into a folder: a subfolder with an ARFF file and a manifest, or with an
 * ARFF file alone, becomes the model of the subfolder's name. One scan at a time.
 *
 * <p>A subfolder is taken once it has not changed between two scans, so that half a copy is never
 * read. One that was refused is tried again when it changes.
 */
public final class ModelFolders {
  private static final Logger logger = LoggerFactory.getLogger(ModelFolders.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
  private static final long MOST_BYTES = 256L << 20;

  private final Path folder;
  private final ModelRegistry registry;
  private final FirstVersion first;
  private final Consumer<LoadedModel> serve;
  private final BiConsumer<String, String> trouble;
  private final Map<String, String> seen = new HashMap<>();
  private final Map<String, String> settled = new HashMap<>();

  /**
   * Watches a folder.
   *
   * @param folder such as {@code <home>/models}
   * @param serve is given each new model
   * @param trouble is given the name and a sentence for each subfolder that is refused
   */
  public ModelFolders(
      Path folder,
      ModelRegistry registry,
      Clock clock,
      Consumer<LoadedModel> serve,
      BiConsumer<String, String> trouble) {
    this.folder = folder;
    this.registry = registry;
    this.first = new FirstVersion(registry, clock);
    this.serve = serve;
    this.trouble = trouble;
  }

  /** Looks for new subfolders; training a new one takes its time. */
  public void scan() {
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path each : folders.filter(Files::isDirectory).sorted().toList()) {
        look(each);
      }
    } catch (IOException e) {
      logger.warn("the folder of models cannot be read: {}", e.getMessage());
    }
  }

  private void look(Path each) throws IOException {
    String name = String.valueOf(each.getFileName());
    String state = state(each);
    boolean unchanged = state.equals(seen.put(name, state));
    if (!unchanged
        || !NAME.matcher(name).matches()
        || state.equals(settled.get(name))
        || registry.champion(name).isPresent()) {
      return;
    }
    settled.put(name, state);
    try {
      take(name, each);
      logger.info("Took the model {} from its folder", name);
    } catch (ModelException | UncheckedIOException e) {
      logger.error("The model folder {} is not taken: {}", name, e.getMessage());
      trouble.accept(name, "the folder is not taken: " + e.getMessage());
    }
  }

  /** Names, sizes and times of the files. */
  private static String state(Path folder) throws IOException {
    StringBuilder state = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        state
            .append(file.getFileName())
            .append(' ')
            .append(Files.size(file))
            .append(' ')
            .append(Files.getLastModifiedTime(file))
            .append('\n');
      }
    }
    return state.toString();
  }

  private void take(String name, Path each) {
    if (Files.isRegularFile(each.resolve("manifest.json"))) {
      SeedImport.Report report = new SeedImport(registry).run(List.of(Seed.folder(each)));
      if (!report.refused().isEmpty()) {
        throw new ModelException(report.refused().get(0));
      }
    } else {
      train(name, each);
    }
    serve.accept(registry.loadBest(name).model());
  }

  private void train(String name, Path each) {
    first.of(name, read(data(each)), "folder", "taken from its folder");
  }

  private static Path data(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(f -> f.toString().endsWith(".arff")).sorted().toList();
      if (found.size() != 1) {
        throw new ModelException(
            "it holds %d files that end in .arff: one is needed, with the target as its last attribute"
                .formatted(found.size()));
      }
      return found.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ModelException(
            "its ARFF file has more than %,d bytes: give fewer rows".formatted(MOST_BYTES));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new ModelException("its ARFF file cannot be read as UTF-8 text", e);
    }
  }
}
