package dev.perennial.launcher;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The folder of one run, under the home's tmp: the server's libraries and what the server unpacks.
 * Each process has its own, so that a second one cannot disturb the first before it is refused.
 */
record Workspace(Path folder) {
  private static final String PREFIX = "run-";
  private static final String LIBRARIES = "WEB-INF/launcher/";

  /** Makes this process's folder; removes those of processes that are gone. */
  static Workspace in(Path home) throws IOException {
    Path tmp = home.resolve("tmp");
    makePrivate(tmp);
    long self = ProcessHandle.current().pid();
    try (Stream<Path> runs = Files.list(tmp)) {
      for (Path run : runs.toList()) {
        long pid = pid(run);
        if (pid == self || (pid > 0 && ProcessHandle.of(pid).isEmpty())) {
          new Workspace(run).remove();
        }
      }
    }
    return new Workspace(Files.createDirectory(tmp.resolve(PREFIX + self)));
  }

  /** Unpacks the server's libraries from the war and tells where they are, the war itself first. */
  List<URL> unpack(Path war) throws IOException {
    List<URL> libraries = new ArrayList<>(List.of(url(war)));
    Path target = Files.createDirectory(folder.resolve("lib"));
    try (JarFile jar = new JarFile(war.toFile())) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.startsWith(LIBRARIES) && name.endsWith(".jar")) {
          Path library = target.resolve(Path.of(name).getFileName());
          Files.copy(jar.getInputStream(entry), library);
          libraries.add(url(library));
        }
      }
    }
    return libraries;
  }

  void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The next start tries again.
      return;
    }
  }

  private static void makePrivate(Path tmp) throws IOException {
    if (Files.isDirectory(tmp)) {
      return;
    }
    try {
      Files.createDirectories(
          tmp, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (UnsupportedOperationException e) {
      Files.createDirectories(tmp);
    }
  }

  private static long pid(Path run) {
    String name = run.getFileName().toString();
    return name.matches(PREFIX + "[0-9]{1,10}")
        ? Long.parseLong(name.substring(PREFIX.length()))
        : -1;
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }
}
