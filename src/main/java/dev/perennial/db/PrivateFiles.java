package dev.perennial.db;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes folders and files that only the owner of the process may use (0700 and 0600 where the file
 * system knows modes). Safe for use by many threads, also by interrupted ones.
 */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private PrivateFiles() {}

  /** Makes the folder with its parents if it is missing, and closes it to others if it is open. */
  public static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, mode(folder, FOLDER));
    restrict(folder, FOLDER);
  }

  /** Makes an empty file. */
  public static void makeFile(Path file) throws IOException {
    Files.createFile(file, mode(file, FILE));
  }

  /** Closes an existing file to others. */
  public static void restrictFile(Path file) throws IOException {
    restrict(file, FILE);
  }

  /** Asks the disk to keep the names in this folder. */
  public static void forceFolder(Path folder) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
          return;
        } catch (ClosedByInterruptException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Writes a whole new file that is on the disk when this returns. */
  static void write(Path file, byte[] content) throws IOException {
    makeFile(file);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(content);
      out.getFD().sync();
    }
  }

  private static void restrict(Path path, Set<PosixFilePermission> wanted) throws IOException {
    if (hasModes(path) && !Files.getPosixFilePermissions(path).equals(wanted)) {
      Files.setPosixFilePermissions(path, wanted);
    }
  }

  private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> wanted) {
    return hasModes(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(wanted)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
