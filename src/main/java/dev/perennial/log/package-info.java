/**
 * What was predicted and requested: the journal in front, the database behind, the drain between.
 */
@NullMarked
package dev.perennial.log;

import org.jspecify.annotations.NullMarked;
