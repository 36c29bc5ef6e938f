package dev.perennial.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The file that says who uses a home. The operating system lets go of it when a process dies. */
final class HomeLock implements AutoCloseable {
  /** A byte far behind the text, since some systems do not let others read what is locked. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  static HomeLock take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)), 0);
        return new HomeLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw refusal(file, "another deployment in this same server process, ");
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw refusal(file, "");
  }

  private static HomeException refusal(Path file, String which) throws IOException {
    String holder = Files.readString(file).strip();
    return new HomeException(
        "The home folder %s is in use by %s%s: stop that one, or name another folder with -Dperennial.home=DIR or PERENNIAL_HOME."
            .formatted(file.getParent(), which, holder.isEmpty() ? "a process unknown" : holder));
  }

  /** Without the command's arguments: they may hold a secret. */
  private static String self() {
    ProcessHandle.Info info = ProcessHandle.current().info();
    String main = System.getProperty("sun.java.command", "").strip().split("\\s", 2)[0];
    return "process %d (%s %s), started %s%n"
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
    }
  }
}
