package dev.perennial.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir Path home;

  @Test
  void unpacksOnlyTheServersLibraries() throws IOException {
    Path war = home.resolve("some.war");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(war))) {
      out.putNextEntry(new JarEntry("WEB-INF/launcher/../../escaped.jar"));
      out.putNextEntry(new JarEntry("WEB-INF/launcher/server.jar"));
      out.putNextEntry(new JarEntry("WEB-INF/lib/other.jar"));
    }

    Workspace workspace = Workspace.in(home);

    assertEquals(3, workspace.unpack(war).size());
    assertTrue(Files.exists(workspace.folder().resolve("lib/server.jar")));
    assertTrue(Files.exists(workspace.folder().resolve("lib/escaped.jar")));
    workspace.remove();
    assertFalse(Files.exists(workspace.folder()));
  }

  @Test
  void removesWhatDeadProcessesLeftAndNothingElse() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Path left = Files.createDirectories(home.resolve("tmp/run-" + dead.pid() + "/lib"));
    Path parent =
        ProcessHandle.current()
            .parent()
            .map(p -> "run-" + p.pid())
            .map(home.resolve("tmp")::resolve)
            .orElseThrow();
    Files.createDirectories(parent);
    Path other = Files.createDirectories(home.resolve("tmp/upload-1"));
    Workspace.in(home);

    Workspace again = Workspace.in(home);

    assertFalse(Files.exists(left.getParent()));
    assertTrue(Files.exists(parent));
    assertTrue(Files.exists(other));
    assertTrue(Files.isDirectory(again.folder()));
  }
}
