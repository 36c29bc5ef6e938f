package dev.perennial.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path home;

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void makesAKeyOnceAndReadsItBack() throws Exception {
    Path folder = home.resolve("secrets");
    byte[] key = new Secrets(folder).key("ids");
    assertEquals(32, key.length);
    assertArrayEquals(key, new Secrets(folder).key("ids"));
    assertEquals("rw-------", mode(folder.resolve("ids")));
    assertEquals("rwx------", mode(folder));
  }

  @Test
  void closesAFileThatStoodOpen() throws Exception {
    Secrets secrets = new Secrets(home);
    secrets.key("ids");
    Files.setPosixFilePermissions(
        secrets.file("ids"), PosixFilePermissions.fromString("rw-r--r--"));
    secrets.key("ids");
    assertEquals("rw-------", mode(secrets.file("ids")));
  }

  @Test
  void manyThreadsGetOneKey() throws Exception {
    List<String> keys =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> java.util.HexFormat.of().formatHex(new Secrets(home).key("ids")))
            .distinct()
            .toList();
    assertEquals(1, keys.size());
    try (var files = Files.list(home)) {
      assertEquals(1, files.count(), "no temporary file stays");
    }
  }

  @Test
  void refusesAnEmptyFileInsteadOfUsingAWeakKey() throws Exception {
    Files.createFile(home.resolve("ids"));
    assertThrows(UncheckedIOException.class, () -> new Secrets(home).key("ids"));
  }

  @Test
  void refusesANameThatLeavesTheFolder() {
    assertThrows(IllegalArgumentException.class, () -> new Secrets(home).key("../ids"));
  }

  @Test
  void setsAndRemoves() {
    Secrets secrets = new Secrets(home);
    byte[] password = "first".getBytes(StandardCharsets.UTF_8);
    secrets.write("password", password);
    assertArrayEquals(password, secrets.readOrMake("password", () -> new byte[] {1}));
    secrets.delete("password");
    assertArrayEquals(new byte[] {1}, secrets.readOrMake("password", () -> new byte[] {1}));
  }
}
