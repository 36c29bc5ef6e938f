/**
 * Is the model still healthy? Statistics and judgements as pure functions over small mergeable
 * states: no clock, no input or output, no randomness of their own.
 */
@NullMarked
package dev.perennial.monitor;

import org.jspecify.annotations.NullMarked;
