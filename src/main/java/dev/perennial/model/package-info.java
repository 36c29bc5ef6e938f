/** What a model is: its schema, its files, its versions, and an answer of it. */
@NullMarked
package dev.perennial.model;

import org.jspecify.annotations.NullMarked;
