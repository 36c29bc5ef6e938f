package dev.perennial.launcher;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Knows the connections of answers that go on and on, so that a stop need not wait for them: Jetty
 * tells the application of the stop only when all requests have ended.
 */
final class Streams extends Handler.Wrapper {
  private static final Pattern STREAM = Pattern.compile(".*/api/v1/runs/[^/]*/events");
  private final Set<EndPoint> open = ConcurrentHashMap.newKeySet();

  Streams(Handler inside) {
    super(inside);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (STREAM.matcher(request.getHttpURI().getCanonicalPath()).matches()) {
      EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
      open.add(connection);
      Request.addCompletionListener(request, failure -> open.remove(connection));
    }
    return super.handle(request, response, callback);
  }

  /** Breaks them off. */
  void end() {
    open.forEach(EndPoint::close);
  }
}
