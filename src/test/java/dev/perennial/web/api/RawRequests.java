package dev.perennial.web.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;

import dev.perennial.app.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Requests that no HTTP client would send, byte by byte, and what each is to be answered. */
public final class RawRequests {
  private static final String PREDICT = "/api/v1/models/iris/predict";
  private static final int PATIENCE_MILLIS = 60_000;
  private static final List<String> INSIDES =
      List.of("Exception", "\tat ", "dev.perennial.", "org.eclipse", "Powered by", "Caused by");

  /** All that a status may be, and a text of ours that the answer must have. */
  private record Case(String name, byte[] bytes, List<Integer> allowed, String text) {}

  private final List<Case> cases = new ArrayList<>();

  private RawRequests() throws IOException {
    bodies();
    framing();
    addresses();
    headers();
    methods();
  }

  /** Sends them all to a server at this port, and says in a line each what was answered wrongly. */
  public static List<String> wrong(int port) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Case each : new RawRequests().cases) {
      String answer = answer(port, each.bytes());
      boolean right =
          answer.startsWith("HTTP/1.")
              && each.allowed().contains(Integer.parseInt(answer.substring(9, 12)))
              && answer.contains(each.text())
              && INSIDES.stream().noneMatch(answer::contains);
      if (!right) {
        wrong.add(each.name() + ", not " + each.allowed() + " " + each.text() + ": " + answer);
      }
    }
    return wrong;
  }

  private static String answer(int port, byte[] request) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      socket.getInputStream().transferTo(answer);
    } catch (SocketTimeoutException e) {
      return "hangs after: " + answer.toString(ISO_8859_1);
    } catch (IOException e) {
      // What was answered before the connection was cut counts.
      return answer.size() > 0 ? answer.toString(ISO_8859_1) : "cut: " + e.getMessage();
    }
    return answer.toString(ISO_8859_1);
  }

  private void add(String name, String text, String head, byte[] body, Integer... allowed)
      throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head.replace("\n", "\r\n").getBytes(ISO_8859_1));
    all.write(body);
    cases.add(new Case(name, all.toByteArray(), List.of(allowed), text));
  }

  private void add(String name, String text, String head, Integer... allowed) throws IOException {
    add(name, text, head, new byte[0], allowed);
  }

  private void post(String name, String text, String headers, byte[] body, Integer... allowed)
      throws IOException {
    String head = "POST " + PREDICT + " HTTP/1.1\nHost: x\nConnection: close\n" + headers + "\n";
    add(name, text, head, body, allowed);
  }

  private void sized(String name, String text, String type, byte[] body, Integer... allowed)
      throws IOException {
    post(name, text, type + "\nContent-Length: " + body.length + "\n", body, allowed);
  }

  private void bodies() throws IOException {
    String json = "Content-Type: application/json";
    byte[] good = Site.SETOSA.getBytes(ISO_8859_1);
    byte[] latin = Site.SETOSA.replace("sepal_width", "s\u00e9pal").getBytes(ISO_8859_1);
    sized("sane", "setosa", json, good, 200);
    sized(
        "UTF-16, said so",
        "media-type",
        json + "; charset=utf-16",
        Site.SETOSA.getBytes(UTF_16),
        415);
    sized("UTF-16, not said", "malformed-json", json, Site.SETOSA.getBytes(UTF_16), 400);
    sized("Latin-1, said so", "media-type", json + ";charset=iso-8859-1", latin, 415);
    sized("Latin-1 as UTF-8", "malformed-json", json, latin, 400);
    sized("a charset that is none", "media-type", json + "; charset=nonsense", good, 415);
    byte[] marked = ("\u00ef\u00bb\u00bf" + Site.SETOSA).getBytes(ISO_8859_1);
    sized("a byte order mark, as RFC 8259 lets a reader pass over", "setosa", json, marked, 200);
    sized("no content type", "media-type", "X-Nothing: 1", good, 415);
    sized("an odd content type", "media-type", "Content-Type: ;;;=", good, 415);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(good);
    }
    sized("gzip", "media-type", json + "\nContent-Encoding: gzip", packed.toByteArray(), 415);
    sized("NUL bytes", "malformed-json", json, new byte[64], 400);
    sized("an empty body", "malformed-json", json, new byte[0], 400);
  }

  private void framing() throws IOException {
    byte[] good = Site.SETOSA.getBytes(ISO_8859_1);
    int n = good.length;
    String json = "Content-Type: application/json\n";
    String chunked = json + "Transfer-Encoding: chunked\n";
    post(
        "length too short",
        "malformed-json",
        json + "Content-Length: " + (n - 9) + "\n",
        good,
        400);
    post("length too long", "", json + "Content-Length: " + (n + 9) + "\n", good, 400);
    post("two lengths", "", json + "Content-Length: " + n + "\nContent-Length: 5\n", good, 400);
    post("a negative length", "", json + "Content-Length: -1\n", good, 400);
    post("a length in words", "", json + "Content-Length: many\n", good, 400);
    post(
        "a length beyond long",
        "",
        json + "Content-Length: 99999999999999999999\n",
        good,
        400,
        413);
    post("a body of 2 GiB announced", "", json + "Content-Length: 2147483648\n", good, 400, 413);
    post("no length", "malformed-json", json, good, 400);
    post(
        "length and chunks",
        "",
        chunked + "Content-Length: " + n + "\n",
        chunk(n, good, "0\r\n\r\n"),
        400);
    post("chunks", "setosa", chunked, chunk(n, good, "0\r\n\r\n"), 200);
    post("chunks that are cut", "", chunked, chunk(n, good, ""), 400);
    post("a chunk that is cut", "", chunked, chunk(n + 50, good, ""), 400);
    post(
        "a chunk size that is none",
        "",
        chunked,
        "zz\r\n{}\r\n0\r\n\r\n".getBytes(ISO_8859_1),
        400);
    post("a negative chunk", "", chunked, "-5\r\n{}\r\n0\r\n\r\n".getBytes(ISO_8859_1), 400);
    post("a vast chunk", "", chunked, "fffffffffffffffff\r\n{}".getBytes(ISO_8859_1), 400);
    post("an unknown coding", "", json + "Transfer-Encoding: bogus\n", good, 400, 501);
    post(
        "it expects to go on",
        "setosa",
        json + "Expect: 100-continue\nContent-Length: " + n + "\n",
        good,
        100,
        200);
    post(
        "it expects what is not",
        "",
        json + "Expect: miracles\nContent-Length: " + n + "\n",
        good,
        200,
        417);
  }

  private static byte[] chunk(int said, byte[] body, String end) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write((Integer.toHexString(said) + "\r\n").getBytes(ISO_8859_1));
    all.write(body);
    all.write(("\r\n" + end).getBytes(ISO_8859_1));
    return all.toByteArray();
  }

  private void addresses() throws IOException {
    String end = " HTTP/1.1\nHost: x\nConnection: close\n\n";
    for (String path :
        new String[] {
          "/\u0000",
          "/%00",
          "/a%00b",
          "/api/v1/models/%00",
          "/a%2fb",
          "/api/v1/models/iris%2fpredict",
          "/%2e%2e/etc/passwd",
          "/../../etc/passwd",
          "/%252e%252e/x",
          "/a%zz",
          "/%",
          "/%c0%ae",
          "/%ff",
          "/api/v1/models/%252f",
          "/;jsessionid=1/x",
          "/nowhere;jsessionid=ABC",
          "//x",
          "/WEB-INF/web.xml",
          "/web-inf/web.xml",
          "/META-INF/MANIFEST.MF",
          "/api/v1/models/iris;a=b/../x",
          "/\\..\\x",
          "x",
          "*"
        }) {
      add("GET " + path, "", "GET " + path + end, 400, 404);
    }
    add("a session in the path", "", "GET /models;jsessionid=ABC" + end, 200, 404);
    add("a session in the path of a page", "", "GET /monitor;jsessionid=ABC" + end, 200, 404);
    add("a broken query", "", "GET /monitor?window=%zz" + end, 400);
    add("a query of bytes", "", "GET /monitor?window=%ff%00" + end, 400);
    add("a whole address", "", "GET http://x/health/live" + end, 200);
    add("another's address", "", "GET ftp://x/health/live" + end, 200, 400);
    add("a request line of 20 kB", "", "GET /" + "a".repeat(20_000) + end, 414, 431);
  }

  private void headers() throws IOException {
    String live = "GET /health/live HTTP/1.1\n";
    add("HTTP/1.0", "", "GET /health/live HTTP/1.0\n\n", 200);
    add("HTTP/0.9", "", "GET /health/live\n", 400, 426, 505);
    add("HTTP/3.7", "", "GET /health/live HTTP/3.7\nHost: x\n\n", 400, 505);
    add("no host", "", live + "Connection: close\n\n", 400);
    add("two hosts", "", live + "Host: x\nHost: y\nConnection: close\n\n", 400);
    add("a bad host", "", live + "Host: a b/<c>\nConnection: close\n\n", 400);
    add("a host with a bad port", "", live + "Host: x:99999999\nConnection: close\n\n", 400);
    add("a header of 20 kB", "", live + "Host: x\nX-Big: " + "a".repeat(20_000) + "\n\n", 431);
    add("2,000 headers", "", live + "Host: x\n" + "X-Many: 1\n".repeat(2_000) + "\n", 431);
    add("a header without a name", "", live + "Host: x\n: x\nConnection: close\n\n", 400);
    add("a NUL in a header", "", live + "Host: x\nX-A: a\u0000b\nConnection: close\n\n", 400);
    add("a folded header", "", live + "Host: x\nX-A: a\n b\nConnection: close\n\n", 200, 400);
    add(
        "a split request id",
        "",
        live + "Host: x\nX-Request-Id: a\rSet-Cookie: b\nConnection: close\n\n",
        200,
        400);
    add("a range", "", live + "Host: x\nRange: bytes=9999-1\nConnection: close\n\n", 200);
    add(
        "a bad cookie",
        "",
        live + "Host: x\nCookie: =;;=\"\u0001\nConnection: close\n\n",
        200,
        400);
    add(
        "a bad token",
        "",
        "GET /api/v1/models HTTP/1.1\nHost: x\nAuthorization: Bearer \u00ff\nConnection: close\n\n",
        400,
        401);
    add(
        "no such scheme",
        "",
        "GET /api/v1/tokens HTTP/1.1\nHost: x\nAuthorization: Basic =\nConnection: close\n\n",
        401);
    add("no request", "", "\u0016\u0003\u0001\u0002\u0000\u0001\n\n", 400);
  }

  private void methods() throws IOException {
    String end = " HTTP/1.1\nHost: x\nContent-Length: 0\nConnection: close\n\n";
    for (String method :
        new String[] {"BREW", "TRACE", "CONNECT", "PUT", "PATCH", "get", "PROPFIND"}) {
      add(method, "", method + " " + PREDICT + end, 400, 403, 405, 501);
    }
    add("TRACE /", "", "TRACE /" + end, 400, 403, 405);
    add("GET", "Allow: OPTIONS, POST", "GET " + PREDICT + end, 405);
    add("OPTIONS", "Allow: OPTIONS, POST", "OPTIONS " + PREDICT + end, 204);
    add("OPTIONS *", "", "OPTIONS *" + end, 200, 204, 400, 404);
    add("a method of 300 letters", "", "M".repeat(300) + " /" + end, 400, 405, 501);
    add("a method with a bad letter", "", "G@T /" + end, 400);
  }
}
