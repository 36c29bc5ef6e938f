package dev.perennial.model;

/** Where a model version comes from and what it promises. */
public record Manifest(String model, String title) {}
