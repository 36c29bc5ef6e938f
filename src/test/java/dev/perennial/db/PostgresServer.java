package dev.perennial.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of its own in a new folder, on a free port of 127.0.0.1, made with the
 * system's newest binaries. It refuses to run as root, so there it runs as nobody.
 */
public final class PostgresServer implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

  private final Path binaries;
  private final Path folder;
  private final int port;

  /** Makes it and starts it. */
  public static PostgresServer start() throws IOException, InterruptedException {
    return new PostgresServer();
  }

  private PostgresServer() throws IOException, InterruptedException {
    binaries = binaries();
    folder = Path.of(run("mktemp", "-d", "/tmp/perennial-postgres-XXXXXX").strip());
    port = freePort();
    run(
        binaries.resolve("initdb").toString(),
        "--pgdata=" + folder.resolve("data"),
        "--username=perennial",
        "--auth=trust",
        "--locale=C.UTF-8",
        "--no-sync");
    run(
        binaries.resolve("pg_ctl").toString(),
        "--pgdata=" + folder.resolve("data"),
        "--log=" + folder.resolve("log"),
        "--options=-c listen_addresses=127.0.0.1 -p " + port + " -k " + folder,
        "--wait",
        "start");
  }

  private static Path binaries() throws IOException {
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .max(Comparator.comparingInt(version -> Integer.parseInt("" + version.getFileName())))
          .orElseThrow()
          .resolve("bin");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The program's output; as nobody where this is root. */
  private static String run(String... program) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", "nobody", "--"));
    }
    command.addAll(List.of(program));
    Path output = Files.createTempFile("postgres", ".out");
    int code =
        new ProcessBuilder(command)
            .directory(Path.of("/").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile()) // not a pipe, which the server would keep open
            .start()
            .waitFor();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    if (code != 0) {
      throw new IOException(command + " ended with " + code + ": " + printed);
    }
    return printed;
  }

  /** Its one database, migrated. */
  public Database open() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser("perennial");
    return Database.onServer(source);
  }

  /** What it refused so far, each with its statement. */
  public List<String> refused() throws IOException {
    return Files.readAllLines(folder.resolve("log")).stream()
        .filter(line -> line.contains("ERROR:") || line.contains("STATEMENT:"))
        .toList();
  }

  /** Stops it and removes what it wrote. */
  @Override
  public void close() throws IOException {
    try {
      run(
          binaries.resolve("pg_ctl").toString(),
          "--pgdata=" + folder.resolve("data"),
          "--mode=immediate",
          "--wait",
          "stop");
      run("rm", "-r", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
