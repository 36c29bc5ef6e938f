package dev.perennial.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * The small secret files of a home: made at the first use, mode 0600 in a folder of mode 0700. A
 * file is either absent or whole, whenever the process is killed. Safe for use by many threads and
 * by several processes.
 */
public final class Secrets {
  private static final int KEY_BYTES = 32;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param folder such as {@code <home>/secrets}; made at the first use
   */
  public Secrets(Path folder) {
    this.folder = folder;
  }

  /** A key of 256 random bits, made at the first use of this name. */
  public byte[] key(String name) {
    return readOrMake(
        name,
        () -> {
          byte[] key = new byte[KEY_BYTES];
          random.nextBytes(key);
          return key;
        });
  }

  /** What the file holds; if there is none, what {@code make} gives, which then is in the file. */
  public byte[] readOrMake(String name, Supplier<byte[]> make) {
    Path file = file(name);
    try {
      PrivateFiles.makeFolder(folder);
      if (Files.notExists(file)) {
        create(file, make.get());
      }
      PrivateFiles.restrictFile(file);
      byte[] content = Files.readAllBytes(file);
      if (content.length == 0) {
        throw new IOException("it is empty");
      }
      return content;
    } catch (IOException e) {
      throw unusable(name, e);
    }
  }

  /** Sets the content, over whatever was there. */
  public void write(String name, byte[] content) {
    try {
      PrivateFiles.makeFolder(folder);
      Path made = temporary();
      PrivateFiles.write(made, content);
      Files.move(made, file(name), StandardCopyOption.ATOMIC_MOVE);
      PrivateFiles.forceFolder(folder);
    } catch (IOException e) {
      throw unusable(name, e);
    }
  }

  /** Removes the file, if there is one. */
  public void delete(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw unusable(name, e);
    }
  }

  /** Where the secret of this name stands, for a message to the administrator. */
  public Path file(String name) {
    if (!name.matches("[a-z0-9][a-z0-9.-]*")) {
      throw new IllegalArgumentException("not a name for a secret: " + name);
    }
    return folder.resolve(name);
  }

  /** A link, unlike a move, never replaces the file that another process made meanwhile. */
  private void create(Path file, byte[] content) throws IOException {
    Path made = temporary();
    try {
      PrivateFiles.write(made, content);
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException e) {
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(made);
    }
    PrivateFiles.forceFolder(folder);
  }

  private Path temporary() {
    byte[] suffix = new byte[8];
    random.nextBytes(suffix);
    return folder.resolve(".new-" + HexFormat.of().formatHex(suffix));
  }

  private static UncheckedIOException unusable(String name, IOException fault) {
    return new UncheckedIOException(
        "the secret '%s' cannot be used: %s".formatted(name, fault.getMessage()), fault);
  }
}
