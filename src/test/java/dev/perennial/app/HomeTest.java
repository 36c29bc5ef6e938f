package dev.perennial.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void takesThePropertyThenTheVariableThenTheUsersFolder() {
    Properties system = new Properties();
    system.setProperty("user.home", "/home/ann");
    Map<String, String> variable = Map.of("PERENNIAL_HOME", "/srv/b");

    assertEquals(Path.of("/home/ann/.perennial"), Home.locate(system, Map.of()));
    assertEquals(Path.of("/srv/b"), Home.locate(system, variable));
    system.setProperty("perennial.home", "/srv/a");
    assertEquals(Path.of("/srv/a"), Home.locate(system, variable));
  }

  @Test
  void rejectsAnEmptyName() {
    assertThrows(
        HomeException.class, () -> Home.locate(new Properties(), Map.of("PERENNIAL_HOME", " ")));
  }

  @Test
  void makesFoldersForTheirOwnerAlone() throws IOException {
    try (Home home = Home.open(folder.resolve("a/b"))) {
      for (Path made : List.of(home.path(), home.folder("secrets"))) {
        assertEquals(
            "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
      }
    }
  }

  @Test
  void refusesASecondDeploymentInTheSameProcess() {
    try (Home first = Home.open(folder)) {
      HomeException refusal = assertThrows(HomeException.class, () -> Home.open(first.path()));

      String message = String.valueOf(refusal.getMessage());
      assertTrue(message.contains("another deployment in this same server process"), message);
      assertTrue(message.contains("process " + ProcessHandle.current().pid()), message);
      assertEquals(1, message.lines().count(), message);
    }
  }

  @Test
  void refusesASecondProcessAndNamesTheHolder() throws Exception {
    try (Home first = Home.open(folder)) {
      Process second = otherProcess(first.path());
      String said = new String(second.getInputStream().readAllBytes(), UTF_8);

      assertEquals(3, second.waitFor(), said);
      assertTrue(said.contains("in use by process " + ProcessHandle.current().pid() + " ("), said);
    }
    Process third = otherProcess(folder);
    assertEquals(0, third.waitFor());
  }

  /** POSIX takes a process's locks on a file away as soon as it closes any handle of that file. */
  @Test
  void aRefusedDeploymentDoesNotTakeTheHolderItsLock() throws Exception {
    try (Home first = Home.open(folder)) {
      assertThrows(HomeException.class, () -> Home.open(first.path()));
      Process other = otherProcess(first.path());

      assertEquals(3, other.waitFor(), () -> said(other));
    }
    Home.open(folder).close();
  }

  @Test
  void knowsAHomeByAnotherName() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(real()));
    try (Home first = Home.open(link)) {
      assertEquals(link, first.path());
      assertThrows(HomeException.class, () -> Home.open(real()));
    }
  }

  @Test
  void takesAFolderThatIsALinkToAnotherDisk() throws IOException {
    Files.createDirectory(real());
    Files.createSymbolicLink(folder.resolve("db"), real());
    try (Home home = Home.open(folder)) {
      assertEquals(folder.resolve("db"), home.folder("db"));
    }
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(real())));
  }

  @Test
  void leavesTheRightsOfAFolderThatItDidNotMake() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Home.open(folder).close();
    assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
  }

  @Test
  void refusesAUserWithoutAFolderOfHisOwn() {
    Properties system = new Properties();
    system.setProperty("user.home", "?");

    assertThrows(HomeException.class, () -> Home.locate(system, Map.of()));
  }

  @Test
  void canBeTakenAgainAfterItIsClosed() throws IOException {
    Home.open(folder).close();
    assertEquals("", Files.readString(folder.resolve("lock")));
    Home.open(folder).close();
  }

  @Test
  void refusesAFileInItsPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    String message =
        String.valueOf(
            assertThrows(HomeException.class, () -> Home.open(file.resolve("home"))).getMessage());

    assertTrue(message.contains("cannot be used (Not a directory)"), message);
    assertFalse(message.contains("Exception"), message);
  }

  private Path real() {
    return folder.resolve("real");
  }

  private static String said(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      return "nothing";
    }
  }

  private static Process otherProcess(Path home) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Opener.class.getName(),
            home.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** Runs in the second process. */
  static final class Opener {
    private Opener() {}

    public static void main(String[] args) {
      try (Home home = Home.open(Path.of(args[0]))) {
        System.out.println(home.path());
      } catch (HomeException e) {
        System.out.println(e.getMessage());
        System.exit(3);
      }
    }
  }
}
