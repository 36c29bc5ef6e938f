package dev.perennial.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.app.Site;
import dev.perennial.app.Sites;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(Sites.class)
class BatchTest {
  private static final String HEADER = "id,sepal_length,sepal_width,petal_length,petal_width\n";
  private static final String ROW = "5.1,3.5,1.4,0.2\n";
  private Site site;

  @BeforeEach
  void take(Site given) {
    site = given;
  }

  private HttpResponse<String> send(String csv) throws Exception {
    return send("", csv);
  }

  private HttpResponse<String> send(String query, String csv) throws Exception {
    return site.send(
        HttpRequest.newBuilder(site.at("api/v1/models/iris/predict" + query))
            .header("Content-Type", "text/csv; charset=utf-8")
            .POST(BodyPublishers.ofString(csv)));
  }

  private List<String> lines(String csv) throws Exception {
    HttpResponse<String> response = send(csv);
    assertEquals(200, response.statusCode(), response.body());
    return List.of(response.body().split("\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void answersEachRowAsTheJsonEndpointDoesAndCarriesTheId(String delimiter) throws Exception {
    List<String> lines = lines((HEADER + "a 1," + ROW).replace(",", delimiter));
    assertEquals(
        "id,prediction_id,prediction,probability_setosa,probability_versicolor,probability_virginica,error"
            .replace(",", delimiter),
        lines.get(0));
    JsonNode json =
        new JsonMapper()
            .readTree(site.predict("iris", Site.SETOSA.getBytes(StandardCharsets.UTF_8)).body());
    String[] cells = lines.get(1).split(delimiter, -1);
    assertEquals("a 1", cells[0]);
    assertTrue(site.ids().parse(cells[1]).isPresent());
    assertEquals("setosa", cells[2]);
    JsonNode probabilities = json.get("probabilities");
    assertEquals(probabilities.get("setosa").asDouble(), Double.parseDouble(cells[3]));
    assertEquals(probabilities.get("versicolor").asDouble(), Double.parseDouble(cells[4]));
    assertEquals(probabilities.get("virginica").asDouble(), Double.parseDouble(cells[5]));
    assertEquals("", cells[6]);
    assertEquals(2, lines.size());
  }

  @Test
  void aBadRowSinksNoOther() throws Exception {
    List<String> lines = lines(HEADER + "1,x,,1.4,1e999\n2,5.1\n\"3\"," + ROW);
    assertEquals(
        "1,,,,,,sepal_length is not a number; give a number in cm; training saw 4.3 to 7.9."
            + " sepal_width is missing; give a number in cm; training saw 2 to 4.4."
            + " petal_width is too large for a number; give a number in cm; training saw 0.1 to 2.5.",
        lines.get(1));
    assertEquals("2,,,,,,The row has 2 cells where there are 5 columns.", lines.get(2));
    assertTrue(lines.get(3).startsWith("3,"), lines.get(3));
    assertTrue(lines.get(3).contains(",setosa,"), lines.get(3));
  }

  @Test
  void aRowFarFromWhatTrainingSawSaysSoInALastColumnOnRequest() throws Exception {
    String table = HEADER + "1,51,3.5,1.4,0.2\n2," + ROW + "3,x,3.5,1.4,0.2\n";
    List<String> lines = List.of(send("?warnings=true", table).body().split("\r\n"));
    assertTrue(lines.get(0).endsWith(",error,warnings"), lines.get(0));
    JsonNode json =
        new JsonMapper()
            .readTree(
                site.predict(
                        "iris", Site.SETOSA.replace("5.1", "51").getBytes(StandardCharsets.UTF_8))
                    .body());
    String message = json.get("warnings").get(0).get("message").asString();
    assertTrue(lines.get(1).endsWith(",," + message), lines.get(1));
    assertTrue(lines.get(2).endsWith(",,"), lines.get(2));
    assertTrue(lines.get(3).startsWith("3,,,,,,sepal_length is not a number"), lines.get(3));
    assertTrue(lines.get(3).endsWith(".,"), lines.get(3));
    assertTrue(lines(table).get(0).endsWith(",error"), "not asked for");
    HttpResponse<String> wrong = send("?warnings=yes", table);
    assertEquals(400, wrong.statusCode());
    assertTrue(wrong.body().contains("must be true or false"), wrong.body());
  }

  @Test
  void columnsComeInAnyOrderAndTheTargetIsPassedOver() throws Exception {
    List<String> lines =
        lines("petal_width, petal_length ,species,sepal_width,sepal_length\r\n0.2,1.4,x,3.5,5.1");
    assertTrue(lines.get(0).startsWith("prediction_id,prediction,"), lines.get(0));
    assertEquals("setosa", lines.get(1).split(",", -1)[1]);
  }

  @Test
  void columnsThatAreNotTheModelsAreRefusedBeforeAnyRow() throws Exception {
    HttpResponse<String> response = send("sepal_lenght,sepal_width,petal_length\n" + ROW);
    assertEquals(400, response.statusCode());
    JsonNode errors = new JsonMapper().readTree(response.body()).get("errors");
    assertEquals(
        "is not a field of this model; did you mean \"sepal_length\"?",
        errors.get(0).get("message").asString());
    assertTrue(response.body().contains("\"petal_width\""), response.body());
    for (String body : new String[] {"", "\n\n", "\"a"}) {
      HttpResponse<String> malformed = send(body);
      assertEquals(400, malformed.statusCode(), body);
      assertTrue(malformed.body().contains("malformed-csv"), malformed.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2", "\"2\"x", "LONG"})
  void whatCannotBeReadOnEndsTheAnswerWithARowThatSaysWhy(String id) throws Exception {
    String third = id.equals("LONG") ? "y".repeat(1 << 21) : id;
    List<String> lines = lines(HEADER + "1," + ROW + third + "," + ROW + "3," + ROW);
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).contains(",setosa,"), lines.get(1));
    assertTrue(lines.get(2).startsWith(",,,,,,"), lines.get(2));
    assertTrue(lines.get(2).contains("ine 3") || id.equals("\"2"), lines.get(2));
    assertTrue(lines.get(2).contains("Nothing from there on was read."), lines.get(2));
  }

  /** Many clients read nothing before they have sent all. */
  @Test
  void aClientThatSendsAllBeforeItReadsIsNotWaitedFor() throws Exception {
    int rows = 100_000;
    try (Socket socket = open()) {
      OutputStream out = socket.getOutputStream();
      byte[] row = ("7," + ROW).getBytes(StandardCharsets.US_ASCII);
      head(out, HEADER.length() + (long) rows * row.length);
      out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int i = 0; i < rows; i++) {
        all.write(row);
      }
      out.write(all.toByteArray());
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertEquals(rows, answer.split(",setosa,", -1).length - 1);
    }
  }

  @Test
  void aRowIsAnsweredBeforeTheNextIsSent() throws Exception {
    try (Socket socket = open()) {
      OutputStream out = socket.getOutputStream();
      head(out, HEADER.length() + 2L * (ROW.length() + 2));
      out.write((HEADER + "1," + ROW).getBytes(StandardCharsets.US_ASCII));
      readUpTo(socket.getInputStream(), "\r\n1,");
      out.write(("2," + ROW).getBytes(StandardCharsets.US_ASCII));
      readUpTo(socket.getInputStream(), "\r\n2,");
    }
  }

  @Test
  void whatBreaksOffIsBrokenOffToo() throws Exception {
    String answer;
    try (Socket socket = open()) {
      OutputStream out = socket.getOutputStream();
      head(out, 1_000);
      out.write((HEADER + "1," + ROW).getBytes(StandardCharsets.US_ASCII));
      readUpTo(socket.getInputStream(), "\r\n1,");
      socket.shutdownOutput();
      answer = rest(socket.getInputStream());
    }
    assertTrue(answer.contains("was not answered."), answer);
    assertTrue(!answer.endsWith("0\r\n\r\n"), answer);
  }

  private Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.at("").getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private void head(OutputStream out, long length) throws IOException {
    String head =
        "POST "
            + site.at("api/v1/models/iris/predict").getPath()
            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/csv\r\nContent-Length: "
            + length
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
  }

  private static void readUpTo(InputStream in, String wanted) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(wanted) < 0) {
      int c = in.read();
      assertTrue(c >= 0, read.toString());
      read.append((char) c);
    }
  }

  private static String rest(InputStream in) throws IOException {
    StringBuilder read = new StringBuilder();
    try {
      for (int c = in.read(); c >= 0; c = in.read()) {
        read.append((char) c);
      }
    } catch (IOException e) {
      return read.toString();
    }
    return read.toString();
  }
}
