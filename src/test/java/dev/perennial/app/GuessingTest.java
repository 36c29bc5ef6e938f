package dev.perennial.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guessing a password leads nowhere and keeps nobody out. */
class GuessingTest {
  private static final int GUESSES = 1_000;

  @Test
  void aThousandWrongPasswordsLetNobodyInAndTheAdministratorStillGetsIn() throws Exception {
    try (Site site = Site.start(Map.of())) {
      assertEquals(303, new Visit(site, "192.0.2.1").signIn("admin", Site.PASSWORD).statusCode());
      Visit guesser = new Visit(site, "203.0.113.5");
      String csrf = guesser.csrf("sign-in");
      int looked = 0;
      for (int i = 0; i < GUESSES; i++) {
        // Half of them from one address, half from addresses all over the world.
        String from = i % 2 == 0 ? "203.0.113.5" : "198.51.100." + i / 2 % 250;
        guesser.moveTo(from);
        HttpResponse<String> answer =
            guesser.post(
                "sign-in",
                Map.of("name", "admin", "password", "wrong password " + i, "csrf", csrf));
        looked += answer.statusCode() == 401 ? 1 : 0;
        if (answer.statusCode() == 429) {
          String wait = answer.headers().firstValue("Retry-After").orElse("none");
          assertTrue(wait.matches("[1-9][0-9]{0,2}"), wait);
          assertTrue(answer.body().contains("Too many attempts"), answer.body());
        } else {
          assertEquals(401, answer.statusCode(), answer.body());
        }
      }
      assertTrue(looked >= 2 && looked < GUESSES / 10, "passwords looked at: " + looked);
      assertEquals(429, guess(site, "203.0.113.5", Site.PASSWORD).statusCode());
      assertEquals(303, new Visit(site, "192.0.2.1").signIn("admin", Site.PASSWORD).statusCode());
      assertEquals(
          200, site.get("api/v1/accounts", "Authorization", "Bearer " + Site.TOKEN).statusCode());
    }
  }

  @Test
  void anAddressThatNobodyKnowsGetsInWhileAnotherOneGuesses() throws Exception {
    try (Site site = Site.start(Map.of())) {
      for (int i = 0; i < 20; i++) {
        guess(site, "203.0.113.5", "wrong password " + i);
      }
      assertEquals(429, guess(site, "203.0.113.5", Site.PASSWORD).statusCode());
      assertEquals(303, guess(site, "192.0.2.99", Site.PASSWORD).statusCode());
    }
  }

  @Test
  void wrongTokensAreToldToWaitAndAValidOneIsNot() throws Exception {
    try (Site site = Site.start(Map.of())) {
      int slowed = 0;
      for (int i = 0; i < 100; i++) {
        var answer = site.get("api/v1/models", "Authorization", "Bearer prn_" + i);
        slowed += answer.statusCode() == 429 ? 1 : 0;
        assertEquals(
            answer.statusCode() == 429, answer.headers().firstValue("Retry-After").isPresent());
      }
      assertEquals(40, slowed);
      assertEquals(
          200, site.get("api/v1/accounts", "Authorization", "Bearer " + Site.TOKEN).statusCode());
      assertEquals(200, site.get("api/v1/models").statusCode());
    }
  }

  private static HttpResponse<String> guess(Site site, String from, String password)
      throws Exception {
    return new Visit(site, from).signIn("admin", password);
  }
}
