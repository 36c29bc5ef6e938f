/** Answer a request: parse, validate, predict, record. */
@NullMarked
package dev.perennial.serving;

import org.jspecify.annotations.NullMarked;
