package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts, tokens and the audit for programs. */
@ExtendWith(Sites.class)
class AdminApiTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String[] ROOT = {"Authorization", "Bearer " + Site.TOKEN};

  private static HttpResponse<String> post(Site site, String path, String body) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at(path))
            .headers(ROOT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> delete(Site site, String path) throws Exception {
    return site.send(HttpRequest.newBuilder(site.at(path)).headers(ROOT).DELETE());
  }

  @Test
  void aTokenIsMadeUsedAndRevoked(Site site) throws Exception {
    var made =
        post(
            site,
            "api/v1/tokens",
            "{\"name\":\"ci\",\"role\":\"reader\",\"expires_at\":\"2099-01-01T00:00:00Z\"}");
    assertEquals(201, made.statusCode(), made.body());
    JsonNode token = JSON.readTree(made.body());
    String[] bearer = {"Authorization", "Bearer " + token.get("token").asString()};
    assertEquals(200, site.get("api/v1/models", bearer).statusCode());
    assertEquals(403, site.get("api/v1/tokens", bearer).statusCode());
    String list = site.get("api/v1/tokens", ROOT).body();
    assertFalse(list.contains("prn_"), list);
    JsonNode first = JSON.readTree(list).get("tokens").get(0);
    assertEquals("ci", first.get("name").asString());
    assertEquals("bootstrap", first.get("created_by").asString());
    assertFalse(first.get("used_at").isNull());
    String one = "api/v1/tokens/" + token.get("id").asLong();
    assertEquals(204, delete(site, one).statusCode());
    assertEquals(204, delete(site, one).statusCode());
    assertEquals(401, site.get("api/v1/models", bearer).statusCode());
    assertEquals(404, delete(site, "api/v1/tokens/x").statusCode());
  }

  @Test
  void anAccountIsMadeAndRemoved(Site site) throws Exception {
    String body = "{\"name\":\"Otto\",\"role\":\"reader\",\"password\":\"otto has a few words\"}";
    var made = post(site, "api/v1/accounts", body);
    assertEquals(201, made.statusCode(), made.body());
    assertEquals("otto", JSON.readTree(made.body()).get("name").asString());
    assertEquals(400, post(site, "api/v1/accounts", body).statusCode());
    assertTrue(site.get("api/v1/accounts", ROOT).body().contains("\"otto\""));
    assertEquals(204, delete(site, "api/v1/accounts/otto").statusCode());
    assertEquals(404, delete(site, "api/v1/accounts/otto").statusCode());
    JsonNode entry = JSON.readTree(site.get("api/v1/audit?limit=1", ROOT).body());
    assertEquals("account-removed", entry.get("entries").get(0).get("act").asString());
    assertEquals("bootstrap", entry.get("entries").get(0).get("actor").asString());
    long before = entry.get("next_before").asLong();
    JsonNode older = JSON.readTree(site.get("api/v1/audit?before=" + before, ROOT).body());
    assertTrue(older.get("entries").get(0).get("id").asLong() < before);
  }

  @Test
  void theLastAdministratorStays(Site site) throws Exception {
    var refused = delete(site, "api/v1/accounts/admin");
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("is the last administrator"), refused.body());
  }

  @Test
  void everyFaultIsNamedAtOnce(Site site) throws Exception {
    var refused =
        post(
            site,
            "api/v1/accounts",
            "{\"name\":\"a b\",\"role\":\"king\",\"password\":\"short\",\"colour\":1}");
    assertEquals(400, refused.statusCode());
    JsonNode problem = JSON.readTree(refused.body());
    assertEquals("urn:perennial:problem:invalid-input", problem.get("type").asString());
    String fields = problem.get("errors").findValuesAsString("field").toString();
    assertEquals("[colour, role, name, password]", fields);
    assertFalse(refused.body().contains("short"), "a password in an answer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"name\":\"x\";malformed-json",
        "[];invalid-input",
        "{};invalid-input",
        "{\"name\":null,\"role\":\"reader\"};invalid-input",
        "{\"name\":[\"x\"],\"role\":\"reader\"};invalid-input",
        "{\"name\":\"x\",\"name\":\"y\",\"role\":\"reader\"};invalid-input",
        "{\"name\":\"x\",\"role\":\"reader\",\"expires_at\":\"soon\"};invalid-input",
        "{\"name\":\"x\",\"role\":\"reader\",\"expires_at\":\"2001-01-01T00:00:00Z\"};invalid-input"
      })
  void aWrongWishForATokenIsRefused(String body, String type, Site site) throws Exception {
    var refused = post(site, "api/v1/tokens", body);
    assertEquals(400, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains(type), refused.body());
  }

  @ParameterizedTest
  @CsvSource({"limit=0", "limit=1001", "limit=x", "before=-1", "limit=1&limit=2", "page=2"})
  void aWrongQueryOfTheAuditIsRefused(String query, Site site) throws Exception {
    var refused = site.get("api/v1/audit?" + query, ROOT);
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("invalid-parameter"), refused.body());
  }
}
