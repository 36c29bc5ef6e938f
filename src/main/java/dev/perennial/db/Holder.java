package dev.perennial.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds out, as far as the system tells, which process has a file locked. */
final class Holder {
  private Holder() {}

  /** Such as "process 4711 (/usr/bin/java)", or "another process" where nothing is known. */
  static String of(Path file) {
    try {
      String inode = Files.getAttribute(file, "unix:ino").toString();
      for (String line : locks()) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length > 5 && words[5].endsWith(":" + inode)) {
          return describe(Long.parseLong(words[4]));
        }
      }
    } catch (IOException | RuntimeException e) {
      return "another process";
    }
    return "another process";
  }

  /** The kernel's list: number, kind, mode, access, process, device:inode, range. */
  private static List<String> locks() throws IOException {
    return Files.readAllLines(Path.of("/proc/locks"));
  }

  private static String describe(long process) {
    if (process == ProcessHandle.current().pid()) {
      return "this same process, which opened it before";
    }
    String command =
        ProcessHandle.of(process)
            .flatMap(p -> p.info().command())
            .map(c -> " (" + c + ")")
            .orElse("");
    return "process " + process + command;
  }
}
