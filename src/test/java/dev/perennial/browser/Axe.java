package dev.perennial.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openqa.selenium.JavascriptException;

/** Asks axe-core, whose script comes from a jar, what a page does to those who use it otherwise. */
final class Axe {
  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      const rules = arguments[0] ? ['color-contrast'] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      axe.run(document, { runOnly: rules, rules: arguments[0] ? {} : { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
        .then(result => done(result.violations.flatMap(v => v.nodes.map(n =>
            `${v.id}: ${n.target.join(' ')}: ${n.html.slice(0, 160)}: ${n.failureSummary.replace(/\\s+/g, ' ')}`))))
        .catch(error => done([`axe failed: ${error}`]));
      """;

  private final String script;

  Axe() throws IOException {
    try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (file == null) {
        throw new IllegalStateException("axe.min.js is not on the class path");
      }
      script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** One line for each text that is hard to read: what light and dark can differ in. */
  List<String> unreadable(Browser browser) {
    return ask(browser, true);
  }

  /** One line for each element that breaks a rule of WCAG 2.2 A and AA, or a good habit. */
  List<String> violations(Browser browser) {
    return ask(browser, false);
  }

  private List<String> ask(Browser browser, boolean contrastAlone) {
    try {
      return askOnce(browser, contrastAlone);
    } catch (JavascriptException e) {
      return askOnce(browser, contrastAlone); // a page of work in progress had renewed itself
    }
  }

  private List<String> askOnce(Browser browser, boolean contrastAlone) {
    if (!Boolean.TRUE.equals(browser.run("return typeof axe === 'object'"))) {
      browser.run(script);
    }
    return ((List<?>) browser.await(RUN, contrastAlone)).stream().map(String::valueOf).toList();
  }
}
