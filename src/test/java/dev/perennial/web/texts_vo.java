package dev.perennial.web;

import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A language for the tests alone: every text in brackets and longer than in English, served to who
 * asks for Volapük. What stands on a page without brackets is not in the texts.
 */
public final class texts_vo extends ResourceBundle {

  @Override
  protected @Nullable Object handleGetObject(String key) {
    ResourceBundle english = parent;
    return english == null || !english.containsKey(key)
        ? null
        : "⟦" + english.getString(key) + " öööö⟧";
  }

  @Override
  public Enumeration<String> getKeys() {
    return parent.getKeys();
  }
}
