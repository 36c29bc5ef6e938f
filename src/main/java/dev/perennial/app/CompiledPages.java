package dev.perennial.app;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the container of the classes that the build made of the pages, so that no visitor waits
 * until the container has compiled one. A page without a class that this container can use is
 * compiled by the container, as every JSP is.
 */
final class CompiledPages {
  private static final Logger logger = LoggerFactory.getLogger(CompiledPages.class);
  private static final String PAGES = "/WEB-INF/jsp/";
  private static final String CLASSES = "org.apache.jsp.WEB_002dINF.jsp.";

  /** Of the servlet specification: with it the compiled pages were run, in Tomcat and in Jetty. */
  private static final int TRIED = 6;

  private CompiledPages() {}

  /** While the container starts the web application. */
  static void register(ServletContext context) {
    Set<String> pages = context.getResourcePaths(PAGES);
    if (pages == null || context.getMajorVersion() != TRIED) {
      return;
    }
    int compiled = 0;
    for (String page : pages) {
      Optional<Class<? extends Servlet>> made = made(className(page));
      if (made.isPresent()) {
        context.addServlet(page, made.get()).addMapping(page);
        compiled++;
      }
    }
    if (compiled > 0) { // jetty:run finds them by itself
      logger.info("{} of {} pages came compiled", compiled, pages.size());
    }
  }

  /** As the JSP compiler names what it makes of a page. */
  static String className(String page) {
    return CLASSES + page.substring(PAGES.length()).replace("-", "_002d").replace('.', '_');
  }

  private static Optional<Class<? extends Servlet>> made(String name) {
    try {
      ClassLoader loader = CompiledPages.class.getClassLoader();
      return Optional.of(Class.forName(name, false, loader).asSubclass(Servlet.class));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
