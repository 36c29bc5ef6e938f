package dev.perennial.browser;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that asks nobody but the server under test. For one thread. */
final class Browser implements AutoCloseable {
  static final Path PICTURES = Path.of("target/screenshots");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path profile;
  private final ChromeDriver driver;

  private Browser(Path profile, ChromeDriver driver) {
    this.profile = profile;
    this.driver = driver;
  }

  static Browser start() throws IOException {
    Path profile = Files.createTempDirectory("perennial-chromium");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(installed("chromium").toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-default-apps",
        "--disable-renderer-backgrounding",
        "--disable-backgrounding-occluded-windows",
        "--hide-scrollbars",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(installed("chromedriver").toFile())
                .build(),
            options);
    driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    Browser browser = new Browser(profile, driver);
    browser.look(Look.DESK);
    return browser;
  }

  /** Selenium would otherwise download one. */
  private static Path installed(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(program + " is missing: see .ci/run"));
  }

  void look(Look look) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            look.width(),
            "height",
            look.height(),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
    Map<String, Object> scheme =
        Map.of("name", "prefers-color-scheme", "value", look.dark() ? "dark" : "light");
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  void open(URI address) {
    driver.get(address.toString());
  }

  /** Forgets cookies and what is cached. */
  void forget() {
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
  }

  URI address() {
    return URI.create(driver.getCurrentUrl());
  }

  Object run(String script, Object... arguments) {
    Object result = ((JavascriptExecutor) driver).executeScript(script, arguments);
    return result == null ? "" : result;
  }

  /** What a script hands to the function that is its last argument. */
  Object await(String script, Object... arguments) {
    Object result = driver.executeAsyncScript(script, arguments);
    return result == null ? "" : result;
  }

  /** The only element, or the first, that a CSS selector finds. */
  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  boolean has(String selector) {
    return !driver.findElements(By.cssSelector(selector)).isEmpty();
  }

  String text(String selector) {
    return find(selector).getText();
  }

  void type(String selector, String text) {
    WebElement field = find(selector);
    field.clear();
    field.sendKeys(text);
  }

  /** Clicks what leads to another page, and waits for that page. */
  void follow(String selector) {
    leave(() -> find(selector).click());
  }

  void followLink(String text) {
    leave(() -> driver.findElement(By.linkText(text)).click());
  }

  void followButton(String text) {
    By button = By.xpath("//button[starts-with(normalize-space(), '" + text + "')]");
    leave(() -> driver.findElement(button).click());
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Presses Enter on what leads to another page. */
  void enter() {
    leave(() -> press(Keys.ENTER));
  }

  private void leave(Runnable act) {
    run("window.stays = true");
    act.run();
    awaitTrue("return window.stays === undefined && document.readyState === 'complete'");
  }

  void awaitTrue(String script) {
    long start = System.nanoTime();
    while (!Boolean.TRUE.equals(run(script))) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError("never true at " + address() + ": " + script);
      }
      pause();
    }
  }

  /**
   * Waits until a change of the window's size is drawn. A window that Chromium holds to be hidden
   * draws no frame at all; a picture taken then makes it draw one.
   */
  void settle() {
    await(
        """
        const done = arguments[0];
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)));
        setTimeout(done, 2000);
        """);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The HTTP status of the page. */
  int status() {
    Object status = run("return performance.getEntriesByType('navigation')[0].responseStatus");
    return Math.toIntExact((Long) status);
  }

  /**
   * The console's errors since the last call, with refusals of the content security policy among
   * them. That a page has an error's status is told there too, and is no error of the page.
   */
  List<String> errors() {
    String own = "Failed to load resource: the server responded with a status of " + status();
    String page = address().toString();
    return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .filter(text -> !(text.contains(own) && text.startsWith(page.replaceAll("#.*", ""))))
        .toList();
  }

  /** What went over the network since the last call. */
  Traffic traffic() {
    return Traffic.of(
        StreamSupport.stream(driver.manage().logs().get(LogType.PERFORMANCE).spliterator(), false)
            .map(entry -> entry.getMessage())
            .toList());
  }

  /** What reaches beyond the right edge of the window; nothing if nothing does. */
  List<String> overflow() {
    Object wide =
        run(
            """
            const room = window.innerWidth, all = document.scrollingElement.scrollWidth;
            if (all <= room) return [];
            const out = [...document.body.querySelectorAll('*')].filter(e => {
              const box = e.getBoundingClientRect();
              return box.width > 0 && box.right > room + 0.5 && !e.closest('.scroll');
            });
            return [`${all} of ${room} px`, ...out.slice(-5).map(e => e.outerHTML.slice(0, 120))];
            """);
    return ((List<?>) wide).stream().map(String::valueOf).toList();
  }

  /** Keeps a picture of the whole page, below {@link #PICTURES}. */
  void picture(String name) throws IOException {
    pictureAt(PICTURES.resolve(name + ".png"));
  }

  /** Keeps it wherever. */
  void pictureAt(Path file) throws IOException {
    List<?> size =
        (List<?>) run("const e = document.documentElement; return [e.scrollWidth, e.scrollHeight]");
    Map<String, Object> clip =
        Map.of("x", 0, "y", 0, "width", size.get(0), "height", size.get(1), "scale", 1);
    Map<String, Object> taken =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
    keep(file, taken);
  }

  private static void keep(Path file, Map<String, Object> taken) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
  }

  /** Keeps a picture of what the window shows, wherever. */
  void photograph(Path file) throws IOException {
    Map<String, Object> taken =
        driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
    keep(file, taken);
  }

  /** Milliseconds from the start of the navigation to the first paint; nothing if not painted. */
  Optional<Double> firstPaint() {
    Object at =
        run("const p = performance.getEntriesByType('paint')[0]; return p ? p.startTime : null");
    return at instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
