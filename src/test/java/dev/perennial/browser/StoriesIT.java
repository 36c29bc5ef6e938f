package dev.perennial.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What people come for, from beginning to end, with pictures on the way. */
@Tag("suite")
class StoriesIT {
  private static final int MOST_STOPS = 60;

  private static Site site;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    site = Site.start(Map.of("perennial.monitor.tick", "1s"));
    browser = Browser.start();
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
    site.close();
  }

  @BeforeEach
  void beginAsAStranger() {
    browser.look(Look.DESK);
    browser.open(site.root);
    browser.forget();
    browser.open(site.root);
  }

  @AfterEach
  void theConsoleIsEmpty() {
    assertEquals(List.of(), browser.errors());
  }

  /** Presses Tab until the focus is where the selector finds it; it must be seen at every stop. */
  private static void tabTo(String selector) {
    for (int stops = 0; stops < MOST_STOPS; stops++) {
      browser.press(Keys.TAB);
      Object seen =
          browser.run(
              """
              const e = document.activeElement, box = e.getBoundingClientRect();
              const shown = getComputedStyle(e).outlineStyle !== 'none' && box.width > 1
                  && box.bottom > 0 && box.top < innerHeight && box.right > 0;
              return shown ? '' : e.outerHTML.slice(0, 120)""");
      assertEquals("", seen, "the focus is not seen");
      if (Boolean.TRUE.equals(
          browser.run("return document.activeElement.matches(arguments[0])", selector))) {
        return;
      }
    }
    throw new AssertionError("Tab does not reach " + selector + " at " + browser.address());
  }

  @Test
  void aBotanistAsksTellsTheTruthAndReadsWhy() throws Exception {
    browser.picture("story-iris-1-form");
    browser.type("[name=sepal_length]", "6.1");
    browser.type("[name=sepal_width]", "2.8");
    browser.type("[name=petal_length]", "4.6");
    browser.type("[name=petal_width]", "1.4");
    browser.followButton("Predict");
    assertTrue(browser.text("h1").contains("versicolor"), browser.text("h1"));
    browser.picture("story-iris-2-answer");
    browser.followLink("Why this answer?");
    assertTrue(browser.text("main").contains("What each input does"));
    browser.picture("story-iris-3-why");
    browser.followLink("Was this right?");
    browser.followButton("No, virginica");
    assertEquals("Thank you", browser.text("h1"));
    browser.picture("story-iris-4-told");
  }

  /** The page is opened once: it keeps itself up to date while rows arrive. */
  @Test
  void theMonitorTellsAnEngineerThatPetalsHaveGrown() throws Exception {
    browser.open(site.at("monitor/iris?window=15m"));
    assertEquals("Not enough data", browser.text("#diagnosis .status"));
    browser.picture("story-drift-1-before");
    for (int batch = 0; batch < 3; batch++) {
      sendGrownFlowers();
    }
    browser.awaitTrue(
        "return document.querySelector('#diagnosis .status').innerText !== 'Not enough data'");
    browser.awaitTrue("return document.querySelector('#drift').innerText.includes('Moved')");
    assertTrue(browser.text("#drift").contains("petal_length"), browser.text("#drift"));
    browser.look(Look.DESK.inTheDark());
    browser.awaitTrue("return document.querySelector('.u-wrap, .empty') !== null");
    browser.picture("story-drift-2-moved-dark");
    browser.look(Look.PHONE);
    browser.open(site.at("monitor/iris?window=15m"));
    assertEquals(List.of(), browser.overflow());
    browser.picture("story-drift-3-moved-phone");
  }

  /** Every row of the training data once, with petals longer by two centimetres. */
  private static void sendGrownFlowers() throws Exception {
    String rows =
        Files.readAllLines(Path.of("weka-models/iris/iris.arff")).stream()
            .filter(line -> line.matches("[0-9].*"))
            .map(line -> line.split(",", -1))
            .map(StoriesIT::grown)
            .collect(Collectors.joining(",", "[", "]"));
    var answer = site.predict("iris", rows.getBytes(StandardCharsets.UTF_8));
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private static String grown(String[] cells) {
    double petal = Double.parseDouble(cells[2]) + 2;
    return "{\"sepal_length\":%s,\"sepal_width\":%s,\"petal_length\":%s,\"petal_width\":%s}"
        .formatted(cells[0], cells[1], petal, cells[3]);
  }

  @Test
  void theKeyboardAloneLeadsFromTheFormToALabel() {
    browser.press(Keys.TAB);
    assertEquals("Skip to the content", browser.text(":focus"));
    browser.press(Keys.ENTER);
    tabTo("[name=sepal_length]");
    browser.press(Keys.chord(Keys.CONTROL, "a"), "5.0");
    tabTo("form.card button");
    browser.enter();
    assertEquals("Prediction: setosa", browser.text("h1"));
    tabTo("button[name=label][value=setosa]");
    browser.enter();
    assertEquals("Thank you", browser.text("h1"));
  }

  @Test
  void theKeyboardAloneLeadsFromSigningInToARun() {
    tabTo(".who a");
    browser.enter();
    tabTo("#name");
    browser.press("admin");
    tabTo("#password");
    browser.press(Site.PASSWORD);
    browser.enter();
    assertEquals("admin", browser.text(".who a"));
    tabTo("nav a[href='/monitor']");
    browser.enter();
    tabTo("a[href='/monitor/iris']");
    browser.enter();
    tabTo("a[href='/models/iris/retrain']");
    browser.enter();
    tabTo("#reason");
    browser.press("by the keyboard");
    tabTo("form.card button");
    browser.enter();
    assertTrue(browser.address().getPath().matches("/runs/\\d+"), browser.address()::toString);
    runEnds();
  }

  @Test
  void anAdministratorRetrainsPromotesAndRollsBack() throws Exception {
    browser.open(site.at("models/iris/retrain"));
    assertEquals("Sign in", browser.text("h1"));
    browser.picture("story-renew-1-sign-in");
    browser.type("#name", "admin");
    browser.type("#password", Site.PASSWORD);
    browser.followButton("Sign in");
    browser.type("#reason", "to see what recent rows teach");
    browser.picture("story-renew-2-retrain");
    browser.followButton("Start");
    runEnds();
    browser.picture("story-renew-3-run");
    browser.followLink("All versions");
    browser.picture("story-renew-4-versions");
    browser.type("main input[name=reason]", "the story goes on");
    browser.followButton("Let version");
    assertTrue(browser.text("main").contains("answers, after version"), browser.text("main"));
    browser.picture("story-renew-5-promoted");
    browser.followButton("Roll back");
    assertTrue(browser.text("main").contains("Version 1 answers, after version"));
    browser.picture("story-renew-6-rolled-back");
  }

  private static void runEnds() {
    browser.awaitTrue(
        "return document.readyState === 'complete' && !document.body.innerText.includes('In progress')");
  }
}
