package dev.perennial.demo;

import java.util.List;

/** The parts of the story, in order. */
public enum Scene {
  STEADY(640, 0, true),
  MOVED(560, Scene.LONGER, false),
  TRUTH(720, Scene.LONGER, true),
  RETRAINING(160, Scene.LONGER, true),
  RECOVERY(800, Scene.LONGER, true);

  /** By how much petals are longer from the second part on, in centimetres. */
  public static final double LONGER = 1.7;

  private final int rows;
  private final double longer;
  private final boolean labelled;

  Scene(int rows, double longer, boolean labelled) {
    this.rows = rows;
    this.longer = longer;
    this.labelled = labelled;
  }

  /** Its place in the story, from 1. */
  public int number() {
    return 1 + List.of(values()).indexOf(this);
  }

  /** How many flowers are sent in at least. */
  public int rows() {
    return rows;
  }

  double longer() {
    return longer;
  }

  boolean labelled() {
    return labelled;
  }
}
