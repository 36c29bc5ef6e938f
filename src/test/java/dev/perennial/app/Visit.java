package dev.perennial.app;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser's tab at a {@link Site}: keeps the cookie that it is given and sends what our pages'
 * forms send. Comes from the address that it is made with, by way of a proxy that the site trusts.
 */
public final class Visit {
  private static final Pattern HIDDEN = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");
  private final Site site;
  private String address;
  private String cookie = "";

  public Visit(Site site, String address) {
    this.site = site;
    this.address = address;
  }

  /** The same tab at another address from now on. */
  public void moveTo(String elsewhere) {
    address = elsewhere;
  }

  /** A visit that has signed in. */
  public static Visit signedIn(Site site, String account, String password)
      throws IOException, InterruptedException {
    Visit visit = new Visit(site, "192.0.2.1");
    HttpResponse<String> answer = visit.signIn(account, password);
    if (answer.statusCode() != 303) {
      throw new AssertionError("not signed in: " + answer.statusCode() + answer.body());
    }
    return visit;
  }

  public HttpResponse<String> signIn(String account, String password)
      throws IOException, InterruptedException {
    String csrf = csrf("sign-in");
    return post("sign-in", Map.of("name", account, "password", password, "csrf", csrf));
  }

  /** The token of the page's first form; "" if there is none. */
  public String csrf(String path) throws IOException, InterruptedException {
    Matcher hidden = HIDDEN.matcher(get(path).body());
    return hidden.find() ? hidden.group(1) : "";
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(site.at(path)));
  }

  /** Sends these fields as a form. */
  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String body =
        fields.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(site.at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends anything, with the cookie. */
  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    request.header("X-Forwarded-For", address);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    HttpResponse<String> answer = site.send(request);
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return answer;
  }

  /** The name and value of the cookie that it has now; "" before the first. */
  public String cookie() {
    return cookie;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
