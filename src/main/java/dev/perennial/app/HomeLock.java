package dev.perennial.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The file that says who uses a home. The operating system lets go of it when a process dies.
 *
 * <p>Closing any handle of a locked file ends all locks that the process has on it (POSIX), so a
 * second deployment in the holder's process must not even open it. It finds a system property,
 * which is what deployments with class loaders of their own have in common.
 */
final class HomeLock implements AutoCloseable {
  /** A byte far behind the text, since some systems do not let others read what is locked. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final String property;
  private final FileChannel channel;

  private HomeLock(String property, FileChannel channel) {
    this.property = property;
    this.channel = channel;
  }

  /** Takes a home that exists. */
  static HomeLock take(Path home) throws IOException {
    String self = self();
    String property = "dev.perennial.home in use: " + home.toRealPath();
    Object holder = System.getProperties().putIfAbsent(property, self);
    if (holder != null) {
      throw refusal(home, "another deployment in this same server process, " + holder);
    }
    boolean taken = false;
    try {
      FileChannel channel = lock(home, self);
      taken = true;
      return new HomeLock(property, channel);
    } finally {
      if (!taken) {
        System.clearProperty(property);
      }
    }
  }

  private static FileChannel lock(Path home, String self) throws IOException {
    Path file = home.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock(LOCKED_BYTE, 1, false) != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(self.getBytes(StandardCharsets.UTF_8)), 0);
        return channel;
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    String holder = Files.readString(file).strip();
    throw refusal(home, holder.isEmpty() ? "a process unknown" : holder);
  }

  private static HomeException refusal(Path home, String holder) {
    return new HomeException(
        "The home folder %s is in use by %s: stop that one, or name another folder with -Dperennial.home=DIR or PERENNIAL_HOME."
            .formatted(home, holder));
  }

  /** Without the command's arguments: they may hold a secret. */
  private static String self() {
    ProcessHandle.Info info = ProcessHandle.current().info();
    String main = System.getProperty("sun.java.command", "").strip().split("\\s", 2)[0];
    return "process %d (%s %s), started %s"
        .formatted(
            ProcessHandle.current().pid(),
            info.command().orElse("java"),
            main,
            info.startInstant().orElseGet(Instant::now).truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public void close() {
    try (channel) {
      channel.truncate(0);
    } catch (IOException e) {
      // The lock goes with the channel or the process; the text in the file is only a courtesy.
      return;
    } finally {
      System.clearProperty(property);
    }
  }
}
