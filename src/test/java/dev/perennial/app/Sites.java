package dev.perennial.app;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the one {@link Site} of the run, which starts when it is first asked for. */
public final class Sites implements ParameterResolver {
  private static final Namespace OURS = Namespace.create(Sites.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getRoot().getStore(OURS).computeIfAbsent("site", key -> start(), Site.class);
  }

  private static Site start() {
    try {
      return Site.start("/", "iris");
    } catch (Exception e) {
      throw new IllegalStateException("the site did not start", e);
    }
  }
}
