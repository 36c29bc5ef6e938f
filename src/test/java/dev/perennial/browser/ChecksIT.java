package dev.perennial.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The checks of {@link EveryPageIT} see their faults: each is planted in a page without any. */
@Tag("suite")
@ExtendWith(Sites.class)
class ChecksIT {
  private static Browser browser;
  private static Axe axe;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start();
    axe = new Axe();
  }

  @AfterAll
  static void stop() throws Exception {
    browser.close();
  }

  @BeforeEach
  void openAPageWithoutFaults(Site site) {
    browser.look(Look.PHONE);
    browser.open(site.root);
    assertEquals(List.of(), axe.violations(browser));
    assertEquals(List.of(), browser.overflow());
    assertEquals(List.of(), Layout.faults(browser));
    assertEquals(List.of(), browser.errors());
  }

  private static void seen(List<String> faults, String wanted) {
    assertTrue(faults.stream().anyMatch(fault -> fault.contains(wanted)), faults::toString);
  }

  @Test
  void anInputWithoutALabelIsSeen() {
    browser.run("document.querySelector('label').remove()");
    seen(axe.violations(browser), "label: ");
  }

  @Test
  void aTextThatIsHardToReadIsSeenInTheDark() {
    browser.look(Look.PHONE.inTheDark());
    browser.run("document.documentElement.style.setProperty('--soft', '#444')");
    seen(axe.unreadable(browser), "color-contrast: ");
  }

  @Test
  void whatIsWiderThanThePhoneIsSeen() {
    browser.run("document.querySelector('h1').style.width = '400px'");
    seen(browser.overflow(), "<h1");
  }

  @Test
  void aTextThatLiesOverAnotherIsSeen() {
    browser.run("document.querySelector('.field .hint').style.marginTop = '-2rem'");
    seen(Layout.faults(browser), "lies over");
  }

  @Test
  void cellsWhoseTextsRunIntoOneAnotherAreSeen() {
    browser.run(
        """
        const table = document.createElement('table');
        table.innerHTML = '<tr><td>a-text-of-some-length</td><td>another-text</td></tr>';
        table.style.cssText = 'table-layout: fixed; width: 8rem; overflow-wrap: normal';
        document.querySelector('main').append(table);
        """);
    seen(Layout.faults(browser), "lies over");
    seen(Layout.faults(browser), "leaves its box: \"a-text");
  }

  @Test
  void aTextThatIsCutOffIsSeen() {
    browser.run(
        "const h = document.querySelector('h1'); h.style.cssText = 'overflow: hidden; white-space: nowrap; width: 3rem'");
    seen(Layout.faults(browser), "cut off");
  }

  @Test
  void anErrorOfAScriptIsSeen() {
    browser.run("setTimeout(() => { throw new Error('planted'); }, 0)");
    browser.settle();
    seen(browser.errors(), "planted");
  }

  @Test
  void whatTheContentSecurityPolicyRefusesIsSeen() {
    browser.run(
        "const s = document.createElement('script'); s.text = '1'; document.head.append(s)");
    browser.settle();
    seen(browser.errors(), "Content Security Policy");
  }

  @Test
  void aMissingAssetIsSeen() {
    browser.await(
        "document.body.append(Object.assign(new Image(), { src: '/assets/none.svg', onerror: arguments[0] }))");
    seen(browser.errors(), "404");
  }

  @Test
  void aRequestElsewhereIsSeen(Site site) {
    browser.traffic();
    browser.open(URI.create("http://localhost:" + site.root.getPort() + "/"));
    assertFalse(browser.traffic().elsewhere(site.root).isEmpty());
  }
}
