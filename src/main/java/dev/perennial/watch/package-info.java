/** Is it still healthy? Rows and labels are folded as they are stored, judged, and told. */
@NullMarked
package dev.perennial.watch;

import org.jspecify.annotations.NullMarked;
