package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.web.Trained;
import dev.perennial.web.Zips;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A version as a zip, out of one server and into another. */
@ExtendWith(Sites.class)
class VersionZipTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static byte[] exported(Site site, String model) throws Exception {
    var answer =
        site.http.send(
            HttpRequest.newBuilder(site.at("api/v1/models/" + model + "/versions/1/export"))
                .header("Authorization", "Bearer " + Site.TOKEN)
                .build(),
            BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    assertEquals("application/zip", answer.headers().firstValue("Content-Type").orElseThrow());
    return answer.body();
  }

  private static HttpResponse<String> imported(Site site, byte[] zip) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at("api/v1/imports"))
            .header("Authorization", "Bearer " + Site.TOKEN)
            .header("Content-Type", "application/zip")
            .POST(BodyPublishers.ofByteArray(zip)));
  }

  private static JsonNode versions(Site site, String model) throws Exception {
    String body = site.get("api/v1/models/" + model + "/versions").body();
    return JSON.readTree(body).get("versions");
  }

  private static byte[] with(byte[] zip, String from, String to) throws Exception {
    byte[] manifest = Zips.unpacked(zip).getOrDefault("manifest.json", new byte[0]);
    String text = new String(manifest, StandardCharsets.UTF_8);
    assertTrue(text.contains(from), text);
    return Zips.with(zip, "manifest.json", text.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void isTheNextVersionHereAndAnswersOnlyWhenItIsPromoted() throws Exception {
    try (Site site = Site.start("/", "iris")) {
      byte[] zip = exported(site, "iris");
      assertTrue(Arrays.equals(zip, exported(site, "iris")), "the same bytes each time");
      var answer = imported(site, zip);
      assertEquals(201, answer.statusCode(), answer.body());
      JsonNode made = JSON.readTree(answer.body());
      assertEquals(2, made.get("version").asInt());
      assertEquals("bootstrap", made.get("requested_by").asString());
      assertEquals("Imported; elsewhere it was version 1 of iris.", made.get("reason").asString());
      assertEquals(0, made.get("aliases").size());
      JsonNode all = versions(site, "iris");
      assertEquals("champion", all.get(0).get("aliases").get(0).asString());
      String audit = site.get("api/v1/audit", "Authorization", "Bearer " + Site.TOKEN).body();
      assertTrue(audit.contains("version-imported"), audit);
    }
  }

  @Test
  void aModelThatWasNotThereWaitsForItsFirstPromotion() throws Exception {
    byte[] zip;
    try (Site there = Site.start(List.of(Trained.twice()))) {
      zip = exported(there, "twice");
    }
    try (Site site = Site.start("/", "iris")) {
      assertEquals(201, imported(site, zip).statusCode());
      assertEquals(200, site.get("models/twice/versions").statusCode());
      assertEquals(200, site.get("models").statusCode());
      assertEquals(200, site.get("monitor").statusCode());
      var promoted =
          site.send(
              HttpRequest.newBuilder(site.at("api/v1/models/twice/versions/1/promote"))
                  .header("Authorization", "Bearer " + Site.TOKEN)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"reason\":\"it came from elsewhere\"}")));
      assertEquals(200, promoted.statusCode(), promoted.body());
      assertEquals(200, site.get("models/twice").statusCode());
    }
  }

  @Test
  void whatIsNoWholeVersionIsRefusedAndNothingStays(Site site) throws Exception {
    byte[] zip = exported(site, "iris");
    int before = versions(site, "iris").size();
    byte[] classifier = Zips.unpacked(zip).getOrDefault("classifier.model", new byte[0]);
    classifier[classifier.length / 2] ^= 1;
    Map<String, byte[]> fewer = Zips.unpacked(zip);
    fewer.remove("header.arff");
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("damaged or cut off", Arrays.copyOf(zip, zip.length / 2));
    bad.put("it has no", "PK?".getBytes(StandardCharsets.UTF_8));
    bad.put("it has no header.arff", Zips.packed(fewer));
    bad.put("tmp/x\\\", and only", Zips.with(zip, "../../../tmp/x", new byte[1]));
    bad.put("more than 67108864 bytes", Zips.with(zip, "data.arff", new byte[200 << 20]));
    bad.put("damaged or altered", Zips.with(zip, "classifier.model", classifier));
    bad.put(
        "iris.arff is damaged",
        Zips.with(zip, "data.arff", "@relation x".getBytes(StandardCharsets.UTF_8)));
    bad.put("'model' must be", with(zip, "\"model\" : \"iris\"", "\"model\" : \"../iris\""));
    bad.put("is not usable", with(zip, "\"golden\"", "\"gold\""));
    bad.put("inputs or classes", with(zip, "\"model\" : \"iris\"", "\"model\" : \"hostile\""));
    bad.put("origin.txt", Zips.with(zip, "origin.txt", new byte[] {'x'}));
    for (var each : bad.entrySet()) {
      var answer = imported(site, each.getValue());
      assertEquals(400, answer.statusCode(), each.getKey() + answer.body());
      assertTrue(answer.body().contains(each.getKey()), each.getKey() + answer.body());
    }
    assertEquals(before, versions(site, "iris").size());
    assertEquals(1, versions(site, "hostile").size());
  }

  @Test
  void isForAdministratorsOnly(Site site) throws Exception {
    assertEquals(401, site.get("api/v1/models/iris/versions/1/export").statusCode());
    var answer =
        site.send(
            HttpRequest.newBuilder(site.at("api/v1/imports"))
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(new byte[1])));
    assertEquals(401, answer.statusCode());
  }
}
