/** What every request passes: one concern each. */
@NullMarked
package dev.perennial.web.filter;

import org.jspecify.annotations.NullMarked;
