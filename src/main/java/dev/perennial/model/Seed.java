package dev.perennial.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A model folder that comes with the application: from the class path, a servlet context or a disk.
 *
 * @param name of the folder
 * @param file gives the bytes of a file in it by plain name, or nothing where there is none
 */
public record Seed(String name, Function<String, Optional<byte[]>> file) {
  /** Seed folders on a disk. */
  public static Seed folder(Path folder) {
    return new Seed(
        String.valueOf(folder.getFileName()),
        name -> {
          Path path = folder.resolve(name);
          try {
            return Files.isRegularFile(path)
                ? Optional.of(Files.readAllBytes(path))
                : Optional.empty();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Reads a file that has to be there. */
  byte[] need(String name) {
    return file.apply(name)
        .orElseThrow(() -> new ModelFileException("the file " + name + " is missing"));
  }
}
