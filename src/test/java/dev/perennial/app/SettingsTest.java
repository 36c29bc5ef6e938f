package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir Path home;

  @Test
  void hasADefaultForEverySetting() {
    Settings settings = read(Map.of());

    assertEquals(0, settings.integer("perennial.instance"));
    assertEquals("", settings.secret("perennial.admin.token"));
    assertEquals("iris", settings.text("perennial.model.default"));
    assertEquals("reject", settings.choice("perennial.input.missing"));
    assertEquals(1L << 30, settings.bytes("perennial.journal.max-size"));
    assertEquals(Duration.ofMillis(200), settings.duration("perennial.drain.interval"));
    assertEquals(Duration.ofDays(365), settings.duration("perennial.retention.age"));
    assertEquals(List.of(), settings.warnings());
  }

  @Test
  void lastPlaceWins() throws IOException {
    write("perennial.heartbeat.interval=2s\nperennial.input.max-rows=2\nperennial.instance=2");
    Map<String, String> environment =
        Map.of("PERENNIAL_HEARTBEAT_INTERVAL", "3s", "PERENNIAL_INPUT_MAX_ROWS", "3");
    Properties system = properties(Map.of("perennial.heartbeat.interval", "4s"));

    Settings settings = Settings.load(file(), environment, system);

    assertEquals(Duration.ofSeconds(4), settings.duration("perennial.heartbeat.interval"));
    assertEquals(3, settings.integer("perennial.input.max-rows"));
    assertEquals(2, settings.integer("perennial.instance"));
  }

  @Test
  void aWebhookNeedsAnAddressThatCanBePostedToAndASecret() {
    SettingsException refused =
        assertThrows(
            SettingsException.class,
            () -> read(Map.of("perennial.webhook.url", "ftp://example.org")));
    String faults = String.valueOf(refused.getMessage());
    assertTrue(faults.contains("perennial.webhook.url = "), faults);
    assertTrue(faults.contains("perennial.webhook.secret"), faults);
  }

  @ParameterizedTest
  @CsvSource({
    "perennial.heartbeat.interval, 10",
    "perennial.heartbeat.interval, 10 s",
    "perennial.heartbeat.interval, 10S",
    "perennial.heartbeat.interval, 999ms",
    "perennial.heartbeat.interval, 601s",
    "perennial.heartbeat.interval, -1s",
    "perennial.heartbeat.interval, 0",
    "perennial.heartbeat.interval, 106751991168d",
    "perennial.heartbeat.interval, 1e1s",
    "perennial.heartbeat.interval, ''",
    "perennial.heartbeat.interval, ١٠s",
    "perennial.retention.age, 1ms",
    "perennial.journal.max-size, 1GB",
    "perennial.journal.max-size, 1gib",
    "perennial.journal.max-size, 16777217TiB",
    "perennial.journal.max-size, 999999999999999999999999TiB",
    "perennial.journal.max-size, 1025GiB",
    "perennial.journal.max-size, 0",
    "perennial.instance, 64",
    "perennial.instance, -1",
    "perennial.instance, 1.0",
    "perennial.instance, 0x1",
    "perennial.instance, 18446744073709551616",
    "perennial.journal.durability, Forced",
    "perennial.journal.durability, ''",
    "perennial.model.default, ''"
  })
  void rejectsAValueOutOfItsRule(String key, String value) {
    List<String> faults = faults(Map.of(key, value));

    assertEquals(1, faults.size(), faults::toString);
    assertTrue(
        faults
            .get(0)
            .startsWith(key + " = \"" + value + "\" (set by the system property): accepted is "),
        faults.get(0));
  }

  @ParameterizedTest
  @CsvSource({"365d, 31536000000", "0, 0", "0s, 0", "1h, 3600000", "36500d, 3153600000000"})
  void readsADurationInItsUnit(String text, long millis) {
    Settings settings = read(Map.of("perennial.retention.age", text));

    assertEquals(Duration.ofMillis(millis), settings.duration("perennial.retention.age"));
  }

  @ParameterizedTest
  @CsvSource({"16777216B, 16777216", "16384KiB, 16777216", "1TiB, 1099511627776", "0, 0"})
  void readsASizeInItsUnit(String text, long bytes) {
    Settings settings = read(Map.of("perennial.retention.size", " " + text + " "));

    assertEquals(bytes, settings.bytes("perennial.retention.size"));
  }

  @Test
  void reportsEveryFaultAtOnce() throws IOException {
    write("perennial.instance=99\nperennial.instnace=1\nperennial.drain.interval=soon");
    Map<String, String> environment = Map.of("PERENNIAL_JOURNAL_DURABILITY", "maybe");
    Properties system = properties(Map.of("perennial.input.max-row", "5"));

    SettingsException refusal =
        assertThrows(SettingsException.class, () -> Settings.load(file(), environment, system));

    assertEquals(5, refusal.faults().size(), refusal::getMessage);
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains("did you mean perennial.instance?"), message);
    assertTrue(message.contains("did you mean perennial.input.max-rows?"), message);
    assertTrue(message.contains("the environment variable PERENNIAL_JOURNAL_DURABILITY"), message);
    assertTrue(message.contains(file().toString()), message);
    assertTrue(message.contains("a whole number from 0 to 63"), message);
    assertTrue(message.contains("a duration in ms, s, m, h or d from 10ms to 10s"), message);
    assertTrue(message.contains("one of written, forced"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"short", "a secret with blanks in it is none", "gehäuse-gehäuse-gehäuse-gehäuse"})
  void neverShowsASecret(String secret) {
    SettingsException refusal =
        assertThrows(SettingsException.class, () -> read(Map.of("perennial.admin.token", secret)));

    assertFalse(String.valueOf(refusal.getMessage()).contains(secret), refusal.getMessage());
    assertTrue(refusal.faults().get(0).startsWith("perennial.admin.token = (not shown)"));
  }

  @Test
  void takesASecretThatIsLongEnough() {
    String secret = "abcdefghijklmnopqrstuvwxyzABCDEF";

    assertEquals(
        secret, read(Map.of("perennial.admin.token", secret)).secret("perennial.admin.token"));
  }

  @Test
  void takesAPassphraseWithBlanksForAPasswordButNotForAToken() {
    String phrase = "über den Bergen, weit zu wandern";

    assertEquals(
        phrase,
        read(Map.of("perennial.admin.password", phrase)).secret("perennial.admin.password"));
    assertEquals(1, faults(Map.of("perennial.admin.token", phrase)).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"too short", "Password2026!", "adminadminadmin", "tab\tin-the-middle"})
  void rejectsAPasswordThatItsOwnerCouldNotChooseEither(String password) {
    List<String> faults = faults(Map.of("perennial.admin.password", password));

    assertEquals(1, faults.size());
    assertFalse(faults.get(0).contains(password), faults.get(0));
    assertTrue(faults.get(0).contains("a password of 12 to 200 characters"), faults.get(0));
  }

  @Test
  void readsTheProxiesThatAreTrusted() {
    var proxies =
        read(Map.of("perennial.proxy.trusted", "10.0.0.0/8, fd00::/8,192.0.2.1"))
            .proxies("perennial.proxy.trusted");

    assertTrue(proxies.trusts("10.1.2.3") && proxies.trusts("fd00::1"));
    assertTrue(proxies.trusts("192.0.2.1"));
    assertFalse(proxies.trusts("192.0.2.2"));
    assertFalse(read(Map.of()).proxies("perennial.proxy.trusted").trusts("127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/8,", ",", "10.0.0/8", "all"})
  void rejectsWhatIsNoRangeOfAddresses(String ranges) {
    assertEquals(1, faults(Map.of("perennial.proxy.trusted", ranges)).size());
  }

  @Test
  void rejectsAKeyThatStandsTwiceInTheFile() throws IOException {
    write("perennial.instance=1\nperennial.instance=2");

    assertEquals(
        List.of("perennial.instance stands more than once in " + file() + ": keep one of them"),
        faults(Map.of()));
  }

  @Test
  void rejectsAFileThatIsNoText() throws IOException {
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, '='});

    assertTrue(faults(Map.of()).get(0).contains("cannot be read as UTF-8 text"));
  }

  @Test
  void rejectsSegmentsThatTheJournalCouldNeverLetGo() {
    List<String> faults =
        faults(
            Map.of(
                "perennial.journal.max-size", "16MiB", "perennial.journal.segment-size", "9MiB"));

    assertEquals(1, faults.size());
    assertTrue(faults.get(0).contains("more than half of perennial.journal.max-size"));
  }

  @Test
  void warnsOfAVariableThatIsNoSetting() {
    Settings settings =
        Settings.load(
            file(),
            Map.of("PERENNIAL_SERVICE_HOST", "10.0.0.1", "PERENNIAL_HOME", "/srv/perennial"),
            properties(Map.of("perennial.home", "/srv/perennial", "other", "1")));

    assertEquals(
        List.of("The environment variable PERENNIAL_SERVICE_HOST is no setting and is not used."),
        settings.warnings());
  }

  @Test
  void refusesToReadASettingInAnotherType() {
    Settings settings = read(Map.of());

    assertThrows(IllegalArgumentException.class, () -> settings.text("perennial.instance"));
    assertThrows(IllegalArgumentException.class, () -> settings.text("perennial.nothing"));
  }

  @Test
  void givesEverySettingAVariableOfItsOwn() {
    Set<String> variables = new HashSet<>();

    Defaults.read().byKey().values().forEach(s -> assertTrue(variables.add(s.variable())));

    assertTrue(variables.contains("PERENNIAL_JOURNAL_MAX_SIZE"));
  }

  private List<String> faults(Map<String, String> system) {
    return assertThrows(SettingsException.class, () -> read(system)).faults();
  }

  private Settings read(Map<String, String> system) {
    return Settings.load(file(), Map.of(), properties(system));
  }

  private static Properties properties(Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    return properties;
  }

  private void write(String text) throws IOException {
    Files.writeString(file(), text);
  }

  private Path file() {
    return home.resolve("perennial.properties");
  }
}
