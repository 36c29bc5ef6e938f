package dev.perennial.web.pages;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.servlet.ServletContext;
import jakarta.servlet.jsp.JspContext;
import jakarta.servlet.jsp.JspFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of the pages name: a variable of the page, or a method without parameters of
 * a record. The language's own resolvers find the same and search for longer: a variable that is
 * not set among the classes of every jar, a method among all of its class, each time anew.
 */
public final class PageValues extends ELResolver {
  private static final ClassValue<Map<String, Method>> METHODS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return methods(type);
        }
      };

  private PageValues() {}

  /** Before the first page is shown. */
  public static void register(ServletContext context) {
    JspFactory factory = JspFactory.getDefaultFactory();
    factory.getJspApplicationContext(context).addELResolver(new PageValues());
  }

  @Override
  public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
    if (base != null || !(property instanceof String name)) {
      return null;
    }
    JspContext page = (JspContext) context.getContext(JspContext.class);
    context.setPropertyResolved(null, name);
    return page.findAttribute(name);
  }

  @Override
  public @Nullable Object invoke(
      ELContext context,
      @Nullable Object base,
      Object method,
      Class<?> @Nullable [] types,
      Object @Nullable [] values) {
    if (!(base instanceof Record) || values == null || values.length > 0) {
      return null;
    }
    Method found = METHODS.get(base.getClass()).get(String.valueOf(method));
    if (found == null) {
      return null;
    }
    context.setPropertyResolved(base, method);
    try {
      return found.invoke(base);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new ELException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new ELException(e);
    }
  }

  private static Map<String, Method> methods(Class<?> type) {
    Map<String, Method> methods = new HashMap<>();
    for (Method method :
        Modifier.isPublic(type.getModifiers()) ? type.getMethods() : new Method[0]) {
      if (method.getParameterCount() == 0 && method.getDeclaringClass() == type) {
        methods.put(method.getName(), method);
      }
    }
    return methods;
  }

  @Override
  public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(
      ELContext context, @Nullable Object base, Object property, @Nullable Object value) {}

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
    return true;
  }

  @Override
  public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return null;
  }
}
