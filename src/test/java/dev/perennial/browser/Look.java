package dev.perennial.browser;

import java.util.List;

/**
 * How wide the window is, in CSS pixels, and which colours its system asks for.
 *
 * @param name of its size, in a picture's name
 */
record Look(String name, int width, int height, boolean dark) {
  static final Look PHONE = new Look("phone", 320, 700, false);
  static final Look DESK = new Look("desk", 1440, 900, false);
  static final Look WALL = new Look("wall", 2560, 1440, false);
  static final List<Look> WIDTHS = List.of(PHONE, DESK, WALL);

  Look inTheDark() {
    return new Look(name, width, height, true);
  }

  @Override
  public String toString() {
    return name + (dark ? "-dark" : "");
  }
}
