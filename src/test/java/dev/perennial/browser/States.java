package dev.perennial.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Stage;
import dev.perennial.web.Hostile;
import dev.perennial.web.Reports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every page in each of its states, on a server whose monitor shows the reports made by hand. */
final class States {
  static final String READER = "a-reader";
  private static final String SLOW = "weka.classifiers.functions.MultilayerPerceptron -N 400000";

  private final Stage stage;
  private final List<Shown> all = new ArrayList<>();
  private final Map<String, URI> runs = new HashMap<>();

  private States(Stage stage) {
    this.stage = stage;
  }

  static List<Shown> on(Stage stage) {
    States states = new States(stage);
    states.predicting();
    states.monitoring();
    states.errors();
    states.administration();
    states.renewal();
    states.all.addAll(LongWork.of(states, stage));
    return List.copyOf(states.all);
  }

  /** Makes the account of {@link #READER}. */
  static void makeReader(Site site) throws IOException, InterruptedException {
    String account =
        "{\"name\":\"%s\",\"role\":\"reader\",\"password\":\"%s\"}"
            .formatted(READER, Site.PASSWORD);
    var answer =
        site.send(
            HttpRequest.newBuilder(site.at("api/v1/accounts"))
                .headers(
                    "Content-Type", "application/json", "Authorization", "Bearer " + Site.TOKEN)
                .POST(BodyPublishers.ofString(account)));
    assertEquals(201, answer.statusCode(), answer.body());
  }

  private void add(String name, int status, Shown.Way way) {
    all.add(new Shown(name, status, false, way));
  }

  private void page(String name, String path) {
    add(name, 200, browser -> browser.open(stage.at(path)));
  }

  /** A page that administrators see. */
  private void ours(String name, String path) {
    add(
        name,
        200,
        browser -> {
          signIn(browser, "admin", Site.PASSWORD);
          browser.open(stage.at(path));
        });
  }

  private void predicting() {
    // The first, since it goes with the first answer.
    add(
        "welcome",
        200,
        browser -> {
          browser.open(stage.at(""));
          assertTrue(browser.has("#welcome"));
        });
    page("form-empty", "?sepal_length=&sepal_width=&petal_length=&petal_width=");
    add("form-bad-values", 400, browser -> ask(browser, "five", "-3,,1"));
    add("answer", 200, browser -> ask(browser, "1.4", "0.2"));
    page("form-filled", "");
    add("answer-with-warning", 200, browser -> ask(browser, "99", "0.2"));
    add(
        "label-told",
        200,
        browser -> {
          ask(browser, "1.4", "0.2");
          browser.followButton("Yes, setosa");
        });
    add(
        "why",
        200,
        browser -> {
          ask(browser, "4.6", "1.4");
          browser.followLink("Why this answer?");
        });
  }

  private void ask(Browser browser, String petalLength, String petalWidth) {
    browser.open(stage.at(""));
    browser.type("[name=petal_length]", petalLength);
    browser.type("[name=petal_width]", petalWidth);
    browser.follow("form.card button");
  }

  private void monitoring() {
    page("monitors", "monitor");
    page("demo", "demo");
    ours("demo-ready", "demo");
    for (String model : Reports.NAMES) {
      String name = model.equals(Hostile.NAME) ? "hostile" : model;
      page("monitor-" + name, "monitor/" + model);
    }
    page("monitor-incidents", "monitor/drifting/incidents");
    page("monitor-no-incidents", "monitor/healthy/incidents");
    page("monitor-one-input", "monitor/drifting?feature=petal_length#feature");
    Shown.Way everyInput = browser -> browser.open(stage.at("monitor/wide?all=true"));
    all.add(new Shown("monitor-all-inputs", 200, true, everyInput));
    add(
        "monitor-opened",
        200,
        browser -> {
          signIn(browser, "admin", Site.PASSWORD);
          browser.open(stage.at("monitor/faulty"));
          browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        });
    add("report", 200, this::report);
  }

  /** A file to keep, opened from the disk. */
  private void report(Browser browser) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(stage.at("monitor/faulty/report.html")).build();
    Path file = Files.createDirectories(Browser.PICTURES).resolve("report.html").toAbsolutePath();
    HttpClient.newHttpClient().send(request, BodyHandlers.ofFile(file));
    browser.open(file.toUri());
  }

  private void errors() {
    add("error-404", 404, browser -> browser.open(stage.at("no/such/page")));
    add("error-404-model", 404, browser -> browser.open(stage.at("monitor/rose")));
    add("error-500", 500, browser -> browser.open(stage.at("broken")));
    add("error-405", 405, browser -> post(browser, "monitor"));
    add("error-stale-form", 403, browser -> post(browser, "sign-in"));
    add(
        "error-403",
        403,
        browser -> {
          signIn(browser, READER, Site.PASSWORD);
          browser.open(stage.at("admin"));
        });
  }

  private void post(Browser browser, String path) {
    browser.open(stage.at("sign-in"));
    browser.run(
        "document.querySelector('form.card [name=csrf]').value = 'another'; document.querySelector('form.card').noValidate = true;"
            + "document.querySelector('form.card').setAttribute('action', arguments[0])",
        "/" + path);
    browser.follow("form.card button");
  }

  private void administration() {
    add(
        "sign-in",
        200,
        browser -> {
          browser.forget();
          browser.open(stage.at("sign-in"));
        });
    add(
        "sign-in-refused",
        401,
        browser -> {
          browser.forget();
          enter(browser, "nobody-of-this-name", "not the password");
        });
    ours("account", "account");
    add(
        "account-refused",
        400,
        browser -> {
          signIn(browser, "admin", Site.PASSWORD);
          browser.open(stage.at("account"));
          browser.type("#password", Site.PASSWORD);
          browser.type("#new", "a new password of some length");
          browser.type("#again", "another one, by mistake");
          browser.follow("form.card button");
        });
    ours("administration", "admin");
    ours("accounts", "admin/accounts");
    ours("new-model", "admin/models");
    add(
        "accounts-opened",
        200,
        browser -> {
          signIn(browser, "admin", Site.PASSWORD);
          browser.open(stage.at("admin/accounts"));
          browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        });
    add(
        "accounts-refused",
        400,
        browser -> {
          signIn(browser, "admin", Site.PASSWORD);
          browser.open(stage.at("admin/accounts"));
          browser.type("#name", "admin");
          browser.type("#password", Site.PASSWORD);
          browser.follow("form.card:not(li *) button");
        });
    ours("imports", "admin/imports");
    ours("tokens", "admin/tokens");
    add(
        "token-made",
        200,
        browser -> {
          signIn(browser, "admin", Site.PASSWORD);
          browser.open(stage.at("admin/tokens"));
          browser.type("#name", "a-program-" + System.nanoTime());
          browser.follow("form.card button:not(.bad)");
        });
    ours("audit", "admin/audit");
  }

  private void renewal() {
    page("versions", "models/iris/versions");
    ours("retrain", "models/iris/retrain");
    run("run-refused", "", browser -> end(browser));
    run("run-failed", "weka.classifiers.functions.LinearRegression", browser -> end(browser));
    run("run-in-progress", SLOW, browser -> {});
    add("run-cancelled", 200, this::cancelled);
    ours("versions-to-promote", "models/iris/versions");
  }

  /**
   * A run that is started once and looked at again. A page of one in progress is renewed by a
   * header, which is held.
   */
  private void run(String name, String scheme, Consumer<Browser> wait) {
    add(
        name,
        200,
        browser -> {
          signIn(browser, "admin", Site.PASSWORD);
          if (runs.containsKey(name)) {
            browser.open(runs.get(name));
          } else {
            browser.open(stage.at("models/iris/retrain"));
            browser.type("#scheme", scheme);
            browser.type("#reason", "the tests look at it");
            browser.follow("form.card button");
            wait.accept(browser);
            runs.put(name, browser.address());
          }
          browser.run("window.stop()");
        });
  }

  static void end(Browser browser) {
    browser.awaitTrue(
        "return document.readyState === 'complete' && !document.body.innerText.includes('In progress')");
  }

  private void cancelled(Browser browser) {
    signIn(browser, "admin", Site.PASSWORD);
    browser.open(runs.getOrDefault("run-in-progress", stage.at("runs/0")));
    if (browser.has("progress")) {
      browser.followButton("Cancel");
    }
  }

  /** Signs in as this account, unless it is signed in already. */
  void signIn(Browser browser, String account, String password) {
    browser.open(stage.at("sign-in"));
    if (browser.has(".who a") && browser.text(".who a").equals(account)) {
      return;
    }
    browser.forget();
    enter(browser, account, password);
  }

  /** Tries to sign in. */
  void enter(Browser browser, String account, String password) {
    browser.open(stage.at("sign-in"));
    browser.type("#name", account);
    browser.type("#password", password);
    browser.follow("form.card button");
  }
}
