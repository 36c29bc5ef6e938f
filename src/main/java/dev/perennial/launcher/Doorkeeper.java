package dev.perennial.launcher;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers 404 for what a war hides, in {@link PlainErrors}' way. Jetty would refuse these addresses
 * too, but on a page of its own without our headers.
 */
final class Doorkeeper extends Handler.Wrapper {
  private static final Pattern HIDDEN = Pattern.compile("(?i).*/(web|meta)-inf(/.*)?");

  Doorkeeper(Handler inside) {
    super(inside);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (HIDDEN.matcher(request.getHttpURI().getCanonicalPath()).matches()) {
      Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
