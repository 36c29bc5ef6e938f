package dev.perennial.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "elevenchars",
        "aaaaaaaaaaaaaaaa",
        "PasswordPassword",
        "Password2026!",
        "123456789012",
        "ADMINISTRATOR",
        "Perennial2026"
      })
  void refusesWhatIsShortOrAmongTheCommonest(String password) {
    assertTrue(PasswordRules.fault("ada", password).isPresent());
  }

  @Test
  void refusesTheNameOnceOrRepeatedInAnyCase() {
    assertTrue(PasswordRules.fault("grace.hopper", "Grace.Hopper").isPresent());
    assertTrue(PasswordRules.fault("admin", "adminAdminadmin").isPresent());
  }

  @Test
  void countsCharactersAsPeopleDoAndTakesTwelveToTwoHundred() {
    assertEquals(
        Optional.empty(), PasswordRules.fault("ada", "\ud83d\udc1d\ud83c\udf3b bees & sun"));
    assertTrue(PasswordRules.fault("ada", "\ud83d\udc1d".repeat(6)).isPresent());
    assertEquals(Optional.empty(), PasswordRules.fault("ada", "wxyz ".repeat(40)));
    assertTrue(PasswordRules.fault("ada", "wxyz ".repeat(40) + "!").isPresent());
    assertTrue(PasswordRules.fault("ada", "\ufdfa\ufdfb".repeat(100)).isPresent());
  }

  @Test
  void asksForNoKindsOfCharacters() {
    assertEquals(Optional.empty(), PasswordRules.fault("ada", "horsestairsunder"));
  }
}
