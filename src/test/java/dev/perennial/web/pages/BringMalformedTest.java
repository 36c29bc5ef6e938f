package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import dev.perennial.web.Malformed;
import dev.perennial.web.Ones;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent in place of a table: a sentence, a status of the client's fault, no trace. */
@ExtendWith(Sites.class)
class BringMalformedTest {
  private static final String ROWS = "1,2,a\n3,4,b\n".repeat(15);

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyFileThatIsNoTableIsRefusedWithASentenceAndLeavesNothing(Site site) throws Exception {
    Map<String, byte[]> files = Malformed.tables();
    assertTrue(files.size() >= 60, "only " + files.size());
    List<String> before = site.files("tmp");
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      HttpResponse<String> answer = Upload.send(site, "table.csv", file.getValue());
      String body = answer.body();
      String said = body.replaceAll("(?s).*This file was not taken</h2>\\s*<p>(.*?)</p>.*", "$1");
      if (answer.statusCode() / 100 != 4
          || said.length() > 400
          || !said.matches("(?s).*[.?]")
          || body.matches("(?s).*(Exception|java\\.|weka\\.core|/tmp/).*")) {
        faults.add(file.getKey() + ": " + answer.statusCode() + " " + said.lines().findFirst());
      }
    }
    assertEquals(List.of(), faults);
    assertEquals(before, site.files("tmp"));
  }

  @Test
  void aStreamWithoutAnEndIsCutOffAndLeavesNothing(Site site) throws Exception {
    List<String> before = site.files("tmp");
    InputStream endless = new Ones(1L << 30, new AtomicLong());
    try {
      HttpResponse<String> answer = Upload.stream(site, "table.csv", endless);
      assertEquals(413, answer.statusCode(), answer.body());
    } catch (IOException e) {
      // The server may have hung up before the client looked.
      assertTrue(
          String.valueOf(e.getMessage()).matches(".*(reset|closed|pipe|EOF|RST).*"), e.toString());
    }
    assertEquals(before, site.files("tmp"));
  }

  @Test
  void aNameMakesNoPath(Site site) throws Exception {
    for (String name :
        List.of(
            "../../../evil.csv",
            "..\\..\\evil.csv",
            "/etc/passwd",
            "C:\\x\\con.csv",
            "%2e%2e%2f",
            "a".repeat(5_000) + ".csv")) {
      HttpResponse<String> answer = Upload.send(site, name, utf8("x,y,class\n" + ROWS));
      assertEquals(303, answer.statusCode(), name);
      String draft = answer.headers().firstValue("Location").orElseThrow();
      assertTrue(draft.matches("/admin/models/[0-9]+"), draft);
      String page = site.get(draft.substring(1), "Authorization", "Bearer " + Site.TOKEN).body();
      assertTrue(
          page.matches(
              "(?s).*name=\"model\" type=\"text\" value=\"[A-Za-z0-9][A-Za-z0-9_-]{0,59}\".*"),
          name);
    }
    assertTrue(site.files("tmp").stream().allMatch(file -> file.matches("[a-z0-9/.-]*")));
  }
}
