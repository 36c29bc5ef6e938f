package dev.perennial.browser;

import dev.perennial.app.Site;
import dev.perennial.app.Stage;
import dev.perennial.web.LongPetals;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The pages of a model's versions after an administrator has changed something. */
final class Changed {
  private static final String PROMOTE = "form[action$='/promote']";

  private final States states;
  private final Stage stage;
  private Optional<URI> admitted = Optional.empty();

  private Changed(States states, Stage stage) {
    this.states = states;
    this.stage = stage;
  }

  /** Needs a version 2, which the runs before have made. */
  static List<Shown> of(States states, Stage stage) {
    Changed changed = new Changed(states, stage);
    return List.of(
        new Shown("versions-done", 200, false, b -> changed.versions(b, "?done=rolled-back")),
        new Shown("versions-challenger", 200, false, changed::challenger),
        new Shown("error-409-old-form", 409, false, changed::oldForm),
        new Shown("run-admitted", 200, false, changed::admitted));
  }

  private void versions(Browser browser, String query) {
    states.signIn(browser, "admin", Site.PASSWORD);
    browser.open(stage.at("models/iris/versions" + query));
  }

  /** With a challenger, which can be withdrawn. */
  private void challenger(Browser browser) {
    versions(browser, "");
    if (!browser.has("form[action$='/withdraw']")) {
      browser.type(PROMOTE + " input[name=reason]", "the tests look at it");
      browser.follow("button[formaction$='/challenge']");
    }
  }

  /** A form that lets a version answer which answers already. */
  private void oldForm(Browser browser) {
    versions(browser, "");
    browser.run("document.querySelector(arguments[0]).value = '1'", PROMOTE + " [name=version]");
    browser.type(PROMOTE + " input[name=reason]", "made for another champion");
    browser.follow(PROMOTE + " button:not([formaction])");
  }

  /** A run on rows that have moved: it is better on them. */
  private void admitted(Browser browser) {
    states.signIn(browser, "admin", Site.PASSWORD);
    if (admitted.isPresent()) {
      browser.open(admitted.get());
      return;
    }
    try {
      LongPetals.come(stage.site, 900);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    browser.open(stage.at("models/iris/retrain"));
    browser.type("#reason", "the tests look at it");
    browser.follow("form.card button");
    States.end(browser);
    if (!browser.text("main").contains("answers now")) {
      throw new AssertionError("not admitted: " + browser.text("main"));
    }
    admitted = Optional.of(browser.address());
  }
}
