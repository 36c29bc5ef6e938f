package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.app.Visit;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way in and the way out. */
@ExtendWith(Sites.class)
class SignInPageTest {
  private static final String COOKIE = "perennial=[0-9A-Za-z]{43}; Path=/; HttpOnly; SameSite=Lax";

  private static HtmlPage click(HtmlPage page, String button) throws Exception {
    DomElement found = page.querySelector(button);
    return found.click();
  }

  @Test
  void aPersonSignsInAsksAndSignsOut(Site site) throws Exception {
    try (WebClient browser = new WebClient()) {
      browser.getOptions().setJavaScriptEnabled(false);
      HtmlPage first = browser.getPage(site.root.toString());
      HtmlPage signIn = first.getAnchorByText("Sign in").click();
      ((HtmlInput) signIn.getElementById("name")).setValue(" Admin ");
      ((HtmlInput) signIn.getElementById("password")).setValue(Site.PASSWORD);
      HtmlPage home = click(signIn, "form.card button");
      assertEquals(site.root.toString(), home.getUrl().toString());
      assertTrue(home.querySelector(".who").asNormalizedText().startsWith("admin"));
      HtmlPage answer = click(home, "form.card button");
      assertEquals("Prediction: setosa", answer.querySelector("h1").asNormalizedText());
      HtmlPage out = click(answer, ".who button");
      assertEquals("Sign in", out.querySelector("h1").asNormalizedText());
      HtmlPage again = browser.getPage(site.root.toString());
      assertEquals("Sign in", again.querySelector(".who").asNormalizedText());
    }
  }

  @Test
  void theCookieIsRenewedAndKeptFromScripts(Site site) throws Exception {
    Visit visit = new Visit(site, "192.0.2.7");
    String given = visit.get("sign-in").headers().firstValue("Set-Cookie").orElseThrow();
    String before = visit.cookie();
    String renewed =
        visit.signIn("admin", Site.PASSWORD).headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(given.matches(COOKIE), given);
    assertTrue(renewed.matches(COOKIE), renewed);
    assertNotEquals(before, visit.cookie());
  }

  @Test
  void theCookieIsSecureWhereTheClientSpeaksHttpsToAProxy(Site site) throws Exception {
    var page = site.get("sign-in", "X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "https");
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("; Secure"), cookie);
  }

  @Test
  void aSessionThatWasSignedOutIsWorthNothing(Site site) throws Exception {
    Visit visit = Visit.signedIn(site, "admin", Site.PASSWORD);
    String kept = visit.cookie();
    assertEquals(303, visit.post("sign-out", Map.of("csrf", visit.csrf(""))).statusCode());
    assertFalse(site.get("", "Cookie", kept).body().contains("Sign out"));
  }

  @Test
  void aWrongPasswordSaysNeitherWhichNorMore(Site site) throws Exception {
    Visit visit = new Visit(site, "192.0.2.8");
    var one = visit.signIn("admin", "not the password");
    var other = visit.signIn("nobody<b>", "not the password");
    assertEquals(401, one.statusCode());
    assertEquals(401, other.statusCode());
    assertTrue(one.body().contains("Name or password is wrong."));
    assertTrue(other.body().contains("value=\"nobody&lt;b&gt;\""));
    assertFalse(one.body().contains("not the password"));
  }

  @ParameterizedTest
  @CsvSource({
    "/monitor?window=1h,/monitor?window=1h",
    "//evil.example,/",
    "/\\evil.example,/",
    "https://evil.example,/",
    "/a\tb,/",
    "evil,/",
    "'',/"
  })
  void leadsOnToPagesOfOursAlone(String next, String location, Site site) throws Exception {
    Visit visit = new Visit(site, "192.0.2.9");
    String csrf = visit.csrf("sign-in");
    var answer =
        visit.post(
            "sign-in",
            Map.of("name", "admin", "password", Site.PASSWORD, "next", next, "csrf", csrf));
    assertEquals(303, answer.statusCode());
    assertEquals(location, answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void aSignInFormOfAnotherSiteIsRefused(Site site) throws Exception {
    var fields = "name=admin&password=" + Site.PASSWORD;
    var bare = HttpRequest.newBuilder(site.at("sign-in")).POST(BodyPublishers.ofString(fields));
    var answer = site.send(bare.header("Content-Type", "application/x-www-form-urlencoded"));
    assertEquals(403, answer.statusCode());
    assertTrue(answer.body().contains("The form is out of date"), answer.body());
    assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
  }
}
