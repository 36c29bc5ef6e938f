package dev.perennial.web.pages;

import dev.perennial.demo.Copy;
import dev.perennial.demo.Demo;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/** What a server that was never asked anything says of itself. Safe for use by many threads. */
public final class Welcome {
  private final Demo demo;
  private final BooleanSupplier empty;

  /**
   * What stands on the page.
   *
   * @param fresh whether nobody has asked anything yet
   * @param possible whether the demo can be played here
   * @param state of the demo, as its page names it
   */
  public record View(boolean fresh, boolean possible, String state) {}

  public Welcome(Demo demo, BooleanSupplier empty) {
    this.demo = demo;
    this.empty = empty;
  }

  /** Lets a page greet: its JSP finds the view under "welcome". */
  void greet(HttpServletRequest request) {
    request.setAttribute(
        "welcome",
        new View(empty.getAsBoolean(), demo.isPossible(), demo.progress().state().name()));
  }

  /** Says on the page of the demo's model how many rows of it are the demo's. */
  void mark(HttpServletRequest request, String model) {
    if (model.equals(Copy.MODEL)) {
      request.setAttribute("demoRows", Language.of(request).numbers().count(demo.rows()));
    }
  }
}
