package dev.perennial.browser;

import dev.perennial.app.Site;
import dev.perennial.app.Stage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The states of pages that come about by what was done before: uploads, the demo, too much. */
final class LongWork {
  private static final String SLOW = "weka.classifiers.functions.MultilayerPerceptron -N 400000";

  private final States states;
  private final Stage stage;
  private final List<Shown> all = new ArrayList<>();
  private final Map<String, URI> drafts = new HashMap<>();

  private LongWork(States states, Stage stage) {
    this.states = states;
    this.stage = stage;
  }

  static List<Shown> of(States states, Stage stage) {
    LongWork work = new LongWork(states, stage);
    work.ours("export", 200, browser -> browser.open(stage.at("models/iris/export")));
    work.all.add(new Shown("docs", 200, false, work::docs));
    work.all.add(new Shown("docs-tried", 200, false, work::docsTried));
    work.all.addAll(Changed.of(states, stage));
    work.uploads();
    work.demo();
    work.refusals();
    return work.all;
  }

  /** What an administrator sees. */
  private void ours(String name, int status, Shown.Way way) {
    Shown.Way signedIn =
        browser -> {
          states.signIn(browser, "admin", Site.PASSWORD);
          way.lead(browser);
        };
    all.add(new Shown(name, status, false, signedIn));
  }

  /** With one operation opened. */
  private void docs(Browser browser) {
    browser.open(stage.at("docs"));
    browser.awaitTrue("return document.querySelector('.opblock') !== null");
    browser.run("document.querySelector('.opblock-summary-control').click()");
    browser.awaitTrue("return document.querySelector('.opblock.is-open') !== null");
  }

  /** With that operation tried out, and its answer. */
  private void docsTried(Browser browser) {
    docs(browser);
    browser.awaitTrue("return document.querySelector('.try-out__btn') !== null");
    browser.run("document.querySelector('.try-out__btn').click()");
    browser.awaitTrue("return document.querySelector('.execute') !== null");
    browser.run("document.querySelector('.execute').click()");
    browser.awaitTrue("return document.querySelector('.live-responses-table pre') !== null");
  }

  private void uploads() {
    ours("draft-columns", 200, browser -> draft(browser, "draft-columns"));
    ours(
        "draft-refused",
        400,
        browser -> {
          draft(browser, "draft-refused");
          browser.type("#model", "a name with blanks");
          train(browser, "NoSuchThing");
        });
    ours(
        "draft-trained",
        200,
        browser -> {
          draft(browser, "draft-trained");
          if (browser.text("h1").startsWith("What")) {
            browser.type("#model", "quick");
            train(browser, "J48");
            browser.awaitTrue(
                "return document.readyState === 'complete' && document.querySelector('progress') === null");
          }
        });
    // The last, since what is to be trained waits for it.
    ours(
        "draft-training",
        200,
        browser -> {
          draft(browser, "draft-training");
          if (!browser.has("progress")) {
            browser.type("#model", "slow");
            train(browser, SLOW);
          }
          browser.run("window.stop()");
        });
    ours("draft-on-their-way", 200, browser -> browser.open(stage.at("admin/models")));
  }

  /** A table is brought once, and looked at again. */
  private void draft(Browser browser, String name) throws IOException {
    if (drafts.containsKey(name)) {
      browser.open(drafts.get(name));
      return;
    }
    Path file = Files.writeString(Files.createTempFile(name, ".csv"), table());
    browser.open(stage.at("admin/models"));
    browser.find("#table").sendKeys(file.toAbsolutePath().toString());
    browser.follow("main form button");
    Files.delete(file);
    drafts.put(name, browser.address());
  }

  private static void train(Browser browser, String scheme) {
    browser.type("#scheme", scheme);
    browser.run("document.querySelector('#scheme').form.noValidate = true");
    browser.run("document.querySelector('#scheme').form.classList.add('the-one')");
    browser.follow(".the-one > .act button");
  }

  /** With a code, an empty column, and numbers among which are odd ones. */
  private static String table() {
    StringBuilder csv = new StringBuilder("code,pay,odd,empty,class\n");
    for (int i = 0; i < 120; i++) {
      csv.append("c").append(i).append(',').append(10 + i % 7 + 5 * (i % 2)).append(',');
      csv.append(i % 40 == 7 ? "n/a" : Integer.toString(i * 31 % 900)).append(",,");
      csv.append(i % 2 == 0 ? "yes" : "no").append('\n');
    }
    return csv.toString();
  }

  private void demo() {
    ours(
        "demo-playing",
        200,
        browser -> {
          browser.open(stage.at("demo"));
          if (!browser.has("form[action$='/demo/stop']")) {
            browser.follow("form[action$='/demo/play'] button");
          }
        });
    ours(
        "demo-ended",
        200,
        browser -> {
          browser.open(stage.at("demo"));
          if (browser.has("form[action$='/demo/stop']")) {
            browser.follow("form[action$='/demo/stop'] button");
            browser.awaitTrue(
                "return document.querySelector('form[action$=\"/demo/play\"]')!==null");
          }
        });
  }

  private void refusals() {
    Shown.Way away =
        browser -> {
          browser.open(URI.create("about:blank")); // the page before may still be on its way
          browser.open(stage.at("away"));
        };
    all.add(new Shown("error-503", 503, false, away));
    Shown.Way large =
        browser -> {
          browser.open(stage.at(""));
          browser.run("document.querySelector('#values input[type=text]').value = 'x'.repeat(2e6)");
          browser.follow("#values button");
        };
    all.add(new Shown("error-413", 413, false, large));
    Shown.Way guessing =
        browser -> {
          browser.forget();
          states.enter(browser, "somebody-who-guesses", "not the password");
          for (int i = 0; i < 9 && browser.status() == 401; i++) {
            browser.errors(); // of attempts that are only the way there
            states.enter(browser, "somebody-who-guesses", "not the password");
          }
        };
    all.add(new Shown("sign-in-too-often", 429, false, guessing));
  }
}
