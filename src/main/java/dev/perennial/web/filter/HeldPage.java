package dev.perennial.web.filter;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is written of a page until it is whole; lets all else through, also pages that tell of
 * an error: they are forwarded to, and a container may end the response then. While it is held,
 * flushing and closing do nothing, and starting over is possible. For one thread.
 */
final class HeldPage extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream page = new ByteArrayOutputStream(16 * 1_024);
  private final PrintWriter writer =
      new PrintWriter(new OutputStreamWriter(page, StandardCharsets.UTF_8));
  private boolean held;

  HeldPage(HttpServletResponse response) {
    super(response);
  }

  /** Whether something was written, and was a page. */
  boolean isHeld() {
    return held && !super.isCommitted();
  }

  byte[] content() {
    writer.flush();
    return page.toByteArray();
  }

  private boolean hold() {
    @Nullable String type = getContentType();
    boolean page = type != null && type.startsWith("text/html") && getStatus() < 400;
    held = held || page;
    return held;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return hold() ? new Held(page) : super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return hold() ? writer : super.getWriter();
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!held) {
      super.flushBuffer();
    }
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    forget();
  }

  @Override
  public void reset() {
    super.reset();
    forget();
  }

  private void forget() {
    writer.flush();
    page.reset();
    held = false;
  }

  /** Takes bytes into memory. */
  private static final class Held extends ServletOutputStream {
    private final ByteArrayOutputStream page;

    Held(ByteArrayOutputStream page) {
      this.page = page;
    }

    @Override
    public void write(int octet) {
      page.write(octet);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      page.write(bytes, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("pages are written at once");
    }
  }
}
