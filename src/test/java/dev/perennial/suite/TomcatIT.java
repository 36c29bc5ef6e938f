package dev.perennial.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same war in a real Tomcat, below a context path. */
@Tag("suite")
class TomcatIT {
  private static final String IRIS =
      "{\"sepal_length\":5.1,\"sepal_width\":3.5,\"petal_length\":1.4,\"petal_width\":0.2}";

  @TempDir Path folder;

  /** Where the profile has unpacked them. */
  static List<Path> tomcats() throws IOException {
    try (Stream<Path> unpacked = Files.list(ServerProcess.war().resolveSibling("tomcat"))) {
      List<Path> tomcats = unpacked.filter(Files::isDirectory).sorted().toList();
      assertEquals(2, tomcats.size(), tomcats::toString);
      return tomcats;
    }
  }

  @ParameterizedTest
  @MethodSource("tomcats")
  void servesBelowAContextPathAndKeepsEveryPrediction(Path tomcat) throws Exception {
    Path base = base(tomcat);
    try (ServerProcess server = start(tomcat, base).awaitReady()) {
      assertEquals(200, server.get("health/live").statusCode());
      theFormPredicts(server);
      theApiPredicts(server);
      theLauncherIsHidden(server);
      assertEquals(List.of(), server.compiled(base.resolve("work")));
      assertTrue(server.stop(), "Tomcat did not stop");
      String said = server.printed();
      assertFalse(said.contains("appears to have started a thread"), said);
    }
    try (ServerProcess again = start(tomcat, base).awaitReady()) {
      String log = again.asAdministrator("api/v1/models/iris/predictions?format=jsonl");
      assertEquals(2, log.lines().count(), log);
    }
  }

  private static void theFormPredicts(ServerProcess server) throws IOException {
    try (WebClient browser = new WebClient()) {
      browser.getOptions().setJavaScriptEnabled(false);
      HtmlPage form = browser.getPage(server.root.toURL());
      everyAddressLeadsBelowTheContextPath(form);
      HtmlPage answer = form.<DomElement>getFirstByXPath("//form//button").click();
      assertTrue(answer.asNormalizedText().contains("Prediction: setosa"), answer.asXml());
      everyAddressLeadsBelowTheContextPath(answer);
    }
  }

  private static void everyAddressLeadsBelowTheContextPath(HtmlPage page) throws IOException {
    for (DomNode node : page.<DomNode>getByXPath("//@href | //@src | //@action")) {
      URI address = URI.create(page.getUrl().toString()).resolve(node.getNodeValue());
      assertTrue(address.getPath().startsWith("/flowers/"), node::toString);
    }
    for (DomNode node : page.<DomNode>getByXPath("//link/@href | //img/@src | //script/@src")) {
      var asset = page.getWebClient().getPage(page.getFullyQualifiedUrl(node.getNodeValue()));
      assertEquals(200, asset.getWebResponse().getStatusCode(), node::toString);
    }
  }

  private static void theApiPredicts(ServerProcess server) throws Exception {
    var answer = server.postJson("api/v1/models/iris/predict", IRIS);
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"prediction\":\"setosa\""), answer.body());
    assertEquals(400, server.postJson("api/v1/models/iris/predict", "{").statusCode());
  }

  private static void theLauncherIsHidden(ServerProcess server) throws Exception {
    String main = "dev/perennial/launcher/Main.class";
    assertEquals(403, server.get(main).statusCode());
    assertEquals(403, server.get("META-INF/versions/17/" + main).statusCode());
    assertEquals(404, server.get("META-INF/MANIFEST.MF").statusCode());
    assertEquals(404, server.get("WEB-INF/web.xml").statusCode());
  }

  /** A CATALINA_BASE with the war as flowers.war and nothing else. */
  private Path base(Path tomcat) throws IOException {
    Path base = Files.createDirectories(folder.resolve("base"));
    for (String name : List.of("conf", "logs", "temp", "webapps", "work")) {
      Files.createDirectories(base.resolve(name));
    }
    try (Stream<Path> files = Files.list(tomcat.resolve("conf"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, base.resolve("conf").resolve(file.getFileName()));
      }
    }
    Files.copy(ServerProcess.war(), base.resolve("webapps/flowers.war"));
    return base;
  }

  private ServerProcess start(Path tomcat, Path base) throws IOException {
    int port = ServerProcess.freePort();
    Path server = base.resolve("conf/server.xml");
    Files.writeString(
        server,
        Files.readString(tomcat.resolve("conf/server.xml"))
            .replace("port=\"8005\"", "port=\"-1\"")
            .replace("port=\"8080\"", "port=\"" + port + "\" address=\"127.0.0.1\""));
    return ServerProcess.start(
        folder,
        folder.resolve("tomcat.out"),
        URI.create("http://127.0.0.1:" + port + "/flowers/"),
        List.of(
            ServerProcess.java(),
            "-Dperennial.home=" + folder.resolve("home"),
            "-Dperennial.admin.token=" + ServerProcess.TOKEN,
            "-Dcatalina.home=" + tomcat,
            "-Dcatalina.base=" + base,
            "-Djava.io.tmpdir=" + base.resolve("temp"),
            "-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"),
            "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
            "-cp",
            tomcat.resolve("bin/bootstrap.jar") + ":" + tomcat.resolve("bin/tomcat-juli.jar"),
            "org.apache.catalina.startup.Bootstrap",
            "start"));
  }
}
