package dev.perennial.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a proxy says of the client counts if, and only if, the proxy is trusted. */
@ExtendWith(Sites.class)
class PeerTest {
  private static final String[] FORWARDED = {
    "X-Forwarded-For", "192.0.2.5",
    "X-Forwarded-Proto", "https",
    "X-Forwarded-Host", "spoofed.example, flowers.example"
  };

  private static String answer(Site site, String... headers) throws Exception {
    String query = "sepal_length=5&sepal_width=3&petal_length=1&petal_width=1";
    var request =
        java.net.http.HttpRequest.newBuilder(site.root)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(query));
    var answered = site.send(headers.length == 0 ? request : request.headers(headers));
    String page = answered.headers().firstValue("Location").orElseThrow();
    String path = java.net.URI.create(page).getPath();
    return site.send(java.net.http.HttpRequest.newBuilder(site.root.resolve(path))).body();
  }

  @Test
  void theCommandToCopyNamesTheHostThatTheTrustedProxySays(Site site) throws Exception {
    String page = answer(site, FORWARDED);
    assertTrue(page.contains("https://flowers.example/api/v1/models/iris/predict"), page);
  }

  @Test
  void withoutAProxyItNamesTheHostThatWasAsked(Site site) throws Exception {
    assertTrue(answer(site).contains(site.root + "api/v1/models/iris/predict"));
  }

  @Test
  void aHostThatIsNoneIsNotRepeated(Site site) throws Exception {
    String page = answer(site, "X-Forwarded-Host", "evil.example/path?x='");
    assertTrue(page.contains(site.root + "api/v1/models/iris/predict"), page);
  }

  @Test
  void aStrangersHeadersAreNotBelieved() throws Exception {
    try (Site site = Site.start(Map.of("perennial.proxy.trusted", "10.0.0.0/8"))) {
      assertTrue(answer(site, FORWARDED).contains(site.root + "api/v1/models/iris/predict"));
      String cookie =
          site.get("sign-in", FORWARDED).headers().firstValue("Set-Cookie").orElseThrow();
      assertTrue(!cookie.contains("Secure"), cookie);
    }
  }
}
