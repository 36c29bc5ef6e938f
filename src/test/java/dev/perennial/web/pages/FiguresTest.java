package dev.perennial.web.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void aDurationHasTheUnitThatItsSizeAsksFor() {
    assertEquals("0.42 ms", Figures.micros(420));
    assertEquals("42.0 ms", Figures.micros(42_000));
    assertEquals("999 ms", Figures.micros(999_400));
    assertEquals("1.0 s", Figures.micros(999_600));
    assertEquals("5.1 s", Figures.micros(5_056_000));
    assertEquals("120 s", Figures.micros(120_000_000));
  }
}
