package dev.perennial.training;

import java.time.Duration;

/**
 * When one kind of reason may start a run.
 *
 * @param coolDown so long after the end of the model's last run, whoever asked for it, nothing
 *     happens
 * @param newLabels so many labels must have come since that run began
 */
public record Policy(PolicyKind kind, boolean on, Duration coolDown, int newLabels) {}
