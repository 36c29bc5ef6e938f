package dev.perennial.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Writes whole folders: whatever the moment of a crash, a folder of a version is there complete or
 * not at all. Stateless.
 */
final class VersionFiles {
  static final String CLASSIFIER = "classifier.model";
  static final String HEADER = "header.arff";
  static final String DATA = "data.arff";
  static final String MANIFEST = "manifest.json";
  static final String SIGNATURE = "signature";

  private VersionFiles() {}

  /**
   * Writes the files into a folder beside the place, forces them, and moves the folder there in one
   * step. A folder that stands there already is removed first.
   */
  static void write(Path place, Map<String, byte[]> files) throws IOException {
    Path temporary = place.resolveSibling("." + place.getFileName() + ".part");
    delete(temporary);
    Files.createDirectories(temporary);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      writeForced(temporary.resolve(file.getKey()), file.getValue());
    }
    force(temporary);
    delete(place);
    Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
    Path parent = place.toAbsolutePath().getParent();
    if (parent != null) {
      force(parent);
    }
  }

  private static void writeForced(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Makes the names in a folder durable. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Removes a folder of files, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /**
   * Removes what interrupted writes left in the folders of a registry: parts, and whole folders
   * that no row points at.
   *
   * @param known whether there is a version of this model and number
   */
  static void clean(Path registry, BiPredicate<String, Integer> known) throws IOException {
    if (!Files.isDirectory(registry)) {
      return;
    }
    try (Stream<Path> found = Files.walk(registry, 2)) {
      for (Path path : found.filter(each -> !each.equals(registry)).toList()) {
        String name = String.valueOf(path.getFileName());
        boolean part = name.startsWith(".") && name.endsWith(".part");
        boolean version = name.matches("[0-9]{1,9}") && !registry.equals(path.getParent());
        if (part || (version && !known.test(model(path), Integer.parseInt(name)))) {
          delete(path);
        }
      }
    }
  }

  private static String model(Path version) {
    Path parent = version.getParent();
    return parent == null ? "" : String.valueOf(parent.getFileName());
  }
}
