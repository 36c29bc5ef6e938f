package dev.perennial.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was opened, to be closed in the reverse order, whatever one of them throws. For one thread.
 */
final class Opened implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(Opened.class);

  private final Deque<AutoCloseable> resources = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T resource) {
    resources.push(resource);
    return resource;
  }

  @Override
  public void close() {
    while (!resources.isEmpty()) {
      AutoCloseable resource = resources.pop();
      try {
        resource.close();
      } catch (Exception e) { // AutoCloseable declares nothing narrower
        logger.warn("{} was not closed in order", resource.getClass().getSimpleName(), e);
      }
    }
  }
}
