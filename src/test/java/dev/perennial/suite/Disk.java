package dev.perennial.suite;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A small disk of its own below a folder, which can be filled; needs Linux and root. */
final class Disk implements AutoCloseable {
  private final Path folder;
  private final Path filler;

  private Disk(Path folder) {
    this.folder = folder;
    this.filler = folder.resolve("filler");
  }

  /** Mounts it, or skips the test where that is not allowed. */
  static Disk mount(Path folder, int mebibytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String options = "size=" + mebibytes + "m,mode=0700";
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", options, "perennial-suite", folder.toString()),
        "no right to mount a disk");
    return new Disk(folder);
  }

  /** Takes all that is free now. */
  void fill() throws IOException {
    byte[] page = new byte[4_096];
    try (OutputStream out =
        Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      if (!Files.exists(filler)) {
        throw full;
      }
    }
  }

  void free() throws IOException {
    Files.deleteIfExists(filler);
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "-l", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
