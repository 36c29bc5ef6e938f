package dev.perennial.web.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.app.Visit;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compressed and what must not be; names that change with what they name. */
@ExtendWith(Sites.class)
class CompressionTest {
  private static HttpResponse<byte[]> get(Site site, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.at(path)).header("Accept-Encoding", "br, gzip;q=0.8");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return site.http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String coding(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Encoding").orElse("none");
  }

  private static String unzipped(HttpResponse<byte[]> answer) throws Exception {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String stylesheet(Site site) throws Exception {
    Matcher link =
        Pattern.compile("href=\"/(assets/perennial[^\"]+)\"").matcher(site.get("").body());
    assertTrue(link.find());
    return link.group(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "monitor", "models"})
  void aStrangersPageIsCompressedAndSaysTheSame(String path, Site site) throws Exception {
    HttpResponse<byte[]> small = get(site, path);
    assertEquals("gzip", coding(small));
    assertEquals("Accept-Encoding", small.headers().firstValue("Vary").orElse(""));
    assertEquals(site.get(path).body(), unzipped(small));
    assertEquals(site.get(path).statusCode(), small.statusCode());
  }

  @Test
  void aPageWithATokenOrANameInItIsNot(Site site) throws Exception {
    assertEquals("none", coding(get(site, "sign-in")));
    Visit visit = Visit.signedIn(site, "admin", Site.PASSWORD);
    for (String path : new String[] {"", "monitor", "account", "admin/tokens"}) {
      HttpResponse<byte[]> answer = get(site, path, "Cookie", visit.cookie());
      assertEquals(200, answer.statusCode(), path);
      assertEquals("none", coding(answer), path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "gzip; q=0.0", "deflate", "xgzip"})
  void whoDoesNotTakeItGetsThePlainPage(String accepted, Site site) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(site.root).header("Accept-Encoding", accepted).build();
    var answer = site.http.send(request, BodyHandlers.ofString());
    assertEquals("none", coding(answer));
    assertTrue(answer.body().endsWith("</html>") || answer.body().contains("</html>"));
  }

  @Test
  void anAssetsNameChangesWithItAndIsKeptForEver(Site site) throws Exception {
    String path = stylesheet(site);
    HttpResponse<byte[]> asset = get(site, path);
    assertTrue(path.matches("assets/perennial\\.[0-9a-f]{12}\\.css"), path);
    assertEquals(
        "public, max-age=31536000, immutable",
        asset.headers().firstValue("Cache-Control").orElse(""));
    assertEquals("gzip", coding(asset));
    assertEquals(site.get("assets/perennial.css").body(), unzipped(asset));
    assertEquals(site.get("assets/perennial.css").body(), site.get(path).body());
    assertEquals("text/css;charset=utf-8", asset.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void theNameOfAnotherReleaseGetsWhatThereIsButMayNotKeepIt(Site site) throws Exception {
    var answer = site.get("assets/perennial.0123456789ab.css");
    assertEquals(200, answer.statusCode());
    assertEquals("no-cache", answer.headers().firstValue("Cache-Control").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assets/none.0123456789ab.css",
        "assets/../WEB-INF/web.0123456789ab.js",
        "assets/%2e%2e/WEB-INF/jsp/form.0123456789ab.js",
        "webjars/none.0123456789ab.js"
      })
  void noOtherFileIsReachedThatWay(String path, Site site) throws Exception {
    assertTrue(site.raw("GET /" + path).matches("(?s)HTTP/1.1 40[04] .*"), path);
    assertFalse(site.raw("GET /" + path).contains("immutable"));
  }
}
