package dev.perennial.web.filter;

import dev.perennial.web.Exchange;
import dev.perennial.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Compresses the pages that strangers see. A page with a session's name or a form's token in it
 * goes out as it is: whoever can make a browser ask, and see how long the answers are, could guess
 * a secret from how well it compresses beside the guess (BREACH). Answers to programs are left
 * alone: most are short, and exports stream. Safe for use by many threads.
 */
public final class Compression extends HttpFilter {
  private static final int SHORT = 1_024;
  private static final int LEVEL = 6;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean asked = request.getMethod().equals("GET") || request.getMethod().equals("POST");
    if (!asked || Problems.isForPrograms(request) || !Gzip.isTakenBy(request)) {
      chain.doFilter(request, response);
      return;
    }
    HeldPage held = new HeldPage(response);
    chain.doFilter(request, held);
    if (held.isHeld()) {
      send(request, response, held.content());
    }
  }

  private static void send(HttpServletRequest request, HttpServletResponse response, byte[] page)
      throws IOException {
    byte[] body = page;
    response.addHeader("Vary", "Accept-Encoding");
    if (page.length >= SHORT && Exchange.of(request).isPublic()) {
      body = Gzip.of(page, LEVEL);
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
