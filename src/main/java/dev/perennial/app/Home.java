package dev.perennial.app;

import dev.perennial.db.PrivateFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The folder that holds all state, for one process at a time. Its folders are open to their owner
 * alone; so is the home itself if it was made here. Immutable, so safe for many threads; closing
 * lets the next process in.
 */
public final class Home implements AutoCloseable {
  private static final String REMEDY =
      "name another folder with -Dperennial.home=DIR or PERENNIAL_HOME";

  private final Path path;
  private final HomeLock lock;

  private Home(Path path, HomeLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Takes the home that -Dperennial.home names, else PERENNIAL_HOME, else ~/.perennial. */
  public static Home open() {
    return open(locate(System.getProperties(), System.getenv()));
  }

  /**
   * Makes the folder if need be, and takes it.
   *
   * @throws HomeException if it cannot be written, or another process or deployment has it
   */
  public static Home open(Path path) {
    Path home = path.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(home)) {
        PrivateFiles.makeFolder(home);
      }
      return new Home(home, HomeLock.take(home));
    } catch (IOException e) {
      throw new HomeException(
          "The home folder %s cannot be used (%s): %s.".formatted(home, reason(e), REMEDY), e);
    }
  }

  static Path locate(Properties system, Map<String, String> environment) {
    String named = system.getProperty("perennial.home", environment.get("PERENNIAL_HOME"));
    if (named == null) {
      return Path.of(userFolder(system), ".perennial");
    }
    if (named.isBlank()) {
      throw new HomeException("The home folder is named, but by an empty name: " + REMEDY + ".");
    }
    try {
      return Path.of(named);
    } catch (InvalidPathException e) {
      throw new HomeException("The home folder \"%s\" is no path: %s.".formatted(named, REMEDY), e);
    }
  }

  /** Java says "?" for a user whom the system does not know, as in some containers. */
  private static String userFolder(Properties system) {
    String folder = system.getProperty("user.home", "?");
    if (folder.isBlank() || folder.equals("?")) {
      throw new HomeException("This user has no folder for a home to stand in: " + REMEDY + ".");
    }
    return folder;
  }

  public Path path() {
    return path;
  }

  /** Where the operator's settings stand; need not exist. */
  public Path settingsFile() {
    return path.resolve("perennial.properties");
  }

  /**
   * A folder of this home, made if it is not there: secrets, journal, db, registry, models, weka,
   * tmp.
   */
  public Path folder(String name) {
    Path folder = path.resolve(name);
    try {
      PrivateFiles.makeFolder(folder);
    } catch (IOException e) {
      throw new HomeException(
          "The folder %s cannot be used (%s): see to its owner and rights."
              .formatted(folder, reason(e)),
          e);
    }
    return folder;
  }

  @Override
  public void close() {
    lock.close();
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no right to write there";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in its place";
    }
    String reason = e instanceof FileSystemException known ? known.getReason() : null;
    return reason == null ? "the disk refuses" : reason;
  }
}
