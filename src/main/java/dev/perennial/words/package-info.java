/** Sentences that are data until somebody reads them, in the reader's language. */
@NullMarked
package dev.perennial.words;

import org.jspecify.annotations.NullMarked;
