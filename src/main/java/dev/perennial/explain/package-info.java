/** Why this answer: what each input contributed to it. */
@NullMarked
package dev.perennial.explain;

import org.jspecify.annotations.NullMarked;
