package dev.perennial.web;

import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A language for the tests alone: every text in brackets and longer than in English, served to who
 * asks for Volapük. A text's values stand outside of its brackets, so that one which is no text
 * itself is seen. What stands on a page without brackets is not in the texts.
 */
public final class texts_vo extends ResourceBundle {
  /** Not the address of a link. */
  private static final Pattern VALUE = Pattern.compile("(?<!\")\\{\\d}");

  @Override
  protected @Nullable Object handleGetObject(String key) {
    ResourceBundle english = parent;
    return english == null || !english.containsKey(key)
        ? null
        : "⟦" + VALUE.matcher(english.getString(key)).replaceAll("⟧$0⟦") + " öööö⟧";
  }

  @Override
  public Enumeration<String> getKeys() {
    return parent.getKeys();
  }
}
