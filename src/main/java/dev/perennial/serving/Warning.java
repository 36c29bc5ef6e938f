package dev.perennial.serving;

import dev.perennial.words.Said;

/**
 * Why an answer deserves less trust.
 *
 * @param code short and stable, such as {@code out_of_range:petal_length}; the log keeps it
 * @param field the feature's name
 * @param message a sentence for people
 */
public record Warning(String code, String field, Said message) {}
