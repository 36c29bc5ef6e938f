package dev.perennial.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.perennial.app.Site;
import dev.perennial.app.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The repeated pieces of the pages in their states, one below the other on three pages: each is
 * taken from the page that shows it, as its tag file made it. {@code mvn -Psuites verify
 * -Dit.test=PiecesIT -Dpictures=docs/pictures} makes the pictures of docs/design.md.
 */
@Tag("suite")
class PiecesIT {
  private static final Path PICTURES =
      Path.of(System.getProperty("pictures", Browser.PICTURES.toString()));
  private static final Look DESK = new Look("desk", 1120, 760, false);
  private static final Look PHONE = new Look("phone", 360, 760, false);

  /** What the server sent, before a script drew on it. */
  private static final String SENT =
      """
      const done = arguments[2];
      fetch(arguments[0]).then(answer => answer.text()).then(text => {
        const page = new DOMParser().parseFromString(text, 'text/html');
        done([...page.querySelectorAll(arguments[1])].map(e => e.outerHTML).join(''));
      });
      """;

  private static final String SHOWN =
      "return [...document.querySelectorAll(arguments[0])].map(e => e.outerHTML).join('')";

  private final List<List<String>> pieces = new ArrayList<>();

  private void sent(Browser browser, String title, String path, String selector) {
    keep(title, browser.await(SENT, "/" + path, selector));
  }

  private void shown(Browser browser, String title, String selector) {
    keep(title, browser.run(SHOWN, selector));
  }

  private void keep(String title, Object html) {
    assertFalse(String.valueOf(html).isEmpty(), title);
    pieces.add(List.of(title, String.valueOf(html)));
  }

  /**
   * Puts what was kept on a page of its own, and photographs it wide in the light and narrow in the
   * dark.
   */
  private void photograph(Browser browser, Stage stage, String name) throws Exception {
    for (Look look : List.of(DESK, PHONE.inTheDark())) {
      browser.look(look);
      browser.open(stage.at("no/such/page"));
      browser.run(
          """
          const main = document.querySelector('main');
          main.className = 'wide';
          main.innerHTML = arguments[0].map(([title, html]) =>
              `<section class="part"><p class="why">${title}</p>${html}</section>`).join('');
          main.querySelectorAll('[id]').forEach((e, i) => { e.id += `-${i}`; });
          """,
          pieces);
      browser.settle();
      assertEquals(List.of(), browser.overflow());
      assertEquals(List.of(), Layout.faults(browser));
      browser.pictureAt(PICTURES.resolve("pieces-" + name + "-" + look + ".png"));
    }
    pieces.clear();
  }

  @Test
  void everyPieceIsShownInItsStates() throws Exception {
    try (Site site = Site.start("/", "iris");
        Stage stage = Stage.over(site);
        Browser browser = Browser.start()) {
      browser.open(stage.at("monitor"));
      for (String model : List.of("healthy", "sparse", "drifting", "faulty", "turned", "aged")) {
        sent(browser, "diagnosis: " + model, "monitor/" + model, "#diagnosis > .say");
      }
      sent(browser, "alarm: quiet", "monitor/healthy", ".alarm");
      sent(browser, "alarm: firing, acknowledged, silenced", "monitor/faulty", ".alarm");
      photograph(browser, stage, "verdicts");

      sent(browser, "tile", "monitor/drifting", ".tiles");
      sent(
          browser,
          "drift-row, histogram: moved, moving, steady",
          "monitor/drifting",
          ".scroll:has(> table.drift)");
      sent(browser, "empty", "monitor/sparse", "#performance .empty");
      sent(browser, "chart", "monitor/drifting", "#chart-performance");
      sent(browser, "facts", "monitor/healthy", "#staleness .figures");
      photograph(browser, stage, "figures");

      sent(browser, "loop", "models/iris/versions", ".loop");
      browser.open(stage.at("?petal_length=five"));
      shown(browser, "badge", ".where");
      shown(browser, "field, with its hint", "#values .field:first-child");
      browser.follow("#values button");
      shown(browser, "notice: bad", ".notice");
      shown(browser, "field, wrong", "#values .field.wrong");
      browser.open(stage.at("?petal_length=99"));
      browser.follow("#values button");
      shown(browser, "notice: warn", ".notice");
      shown(browser, "bar: chosen, not chosen", ".bars");
      shown(browser, "ask", ".ask");
      shown(browser, "calls", "#calls details");
      browser.follow("a[href^='/why/']");
      shown(browser, "pull: for, against", ".pulls");
      photograph(browser, stage, "forms");
    }
  }
}
