package dev.perennial.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestJsonTest {
  private static String text() throws IOException {
    return Files.readString(Iris.FOLDER.resolve("manifest.json"));
  }

  @Test
  void writesWhatItReadByteForByte() throws IOException {
    assertEquals(text(), ManifestJson.write(ManifestJson.read(text())));
  }

  @Test
  void keepsTheProvenanceOfALaterVersion() throws IOException {
    Manifest iris = Iris.manifest();
    Manifest.Provenance provenance =
        new Manifest.Provenance(
            Optional.of(1),
            Map.of("reference", 120, "api", 30),
            Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
            Optional.empty(),
            "an administrator",
            "concept drift",
            Optional.of(
                new Verdict(
                    true,
                    false,
                    Optional.of(new Verdict.Gain(0.01, -0.005, 0.025, 400)),
                    List.of(
                        Verdict.Rule.of(
                            "accuracy", true, true, Said.of("said.rule-no-class-lost", 5.0))))));
    Manifest second =
        new Manifest(
            1,
            iris.model(),
            iris.title(),
            iris.algorithm(),
            iris.software(),
            iris.data(),
            iris.holdOut(),
            iris.trainedAt(),
            iris.trainer(),
            iris.relation(),
            iris.features(),
            iris.target(),
            iris.metrics(),
            iris.golden(),
            iris.classifier(),
            Optional.of(provenance));
    assertEquals(second, ManifestJson.read(ManifestJson.write(second)));
  }

  /** As it stands in manifests from before sentences had keys, which are signed. */
  @Test
  void readsAVerdictOfOldAndWritesItByteForByte() throws IOException {
    String old =
        text()
            .strip()
            .replaceFirst(
                "\n}$",
                """
                ,
                  "provenance" : {
                    "parent" : 1,
                    "rowsByOrigin" : {
                      "api" : 30
                    },
                    "requestedBy" : "ada",
                    "reason" : "drift",
                    "verdict" : {
                      "admitted" : true,
                      "better" : false,
                      "rules" : [ {
                        "name" : "accuracy",
                        "passed" : true,
                        "decides" : true,
                        "sentence" : "It holds."
                      } ]
                    }
                  }
                }
                """);
    Manifest read = ManifestJson.read(old);
    Verdict verdict = read.provenance().orElseThrow().verdict().orElseThrow();
    assertEquals("It holds.", verdict.rules().get(0).says().english());
    assertEquals(old, ManifestJson.write(read));
  }

  /** What to replace, by what, and what the message has to name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"title\" : \"Iris species\", | | 'title'",
        "\"seed\" : 7, | \"seed\" : \"x\", | 'holdOut.seed'",
        "\"rows\" : 150, | | 'data.rows'",
        "\"rows\" : 150, | \"rows\" : 150, \"rows\" : 151, | not JSON at line",
        "\"kind\" : \"nominal\" | \"kind\" : \"odd\" | 'target.kind'",
        "\"format\" : 1 | \"format\" : 2 | format is 2",
        "\"format\" : 1 | \"format\" : 1, \"colour\" : 1 | 'colour'",
        "\"model\" : \"iris\" | \"model\" : \"../iris\" | 'model' must be",
        "\"file\" : \"iris.model\" | \"file\" : \"../x\" | 'classifier.file'",
        "\"file\" : \"iris.arff\" | \"file\" : \"/x\" | 'data.file'",
        "\"software\" : { | \"software\" : [ | 'software'",
        "\"inputs\" : [ 5.1, | \"inputs\" : [ | 'golden'"
      })
  void namesWhatIsWrongInOneSentence(String part, String other, String named) throws IOException {
    String broken = text().replace(part, other == null ? "" : other);
    assertTrue(!broken.equals(text()), "nothing was planted");
    String message =
        String.valueOf(
            assertThrows(ModelException.class, () -> ManifestJson.read(broken)).getMessage());
    assertTrue(message.contains(named), message);
    assertTrue(!message.contains("dev.perennial") && !message.contains("java."), message);
    assertEquals(1, message.lines().count(), message);
  }
}
