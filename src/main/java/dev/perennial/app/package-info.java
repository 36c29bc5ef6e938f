/** Puts it together: settings, construction, routes, background work, start and stop. */
@NullMarked
package dev.perennial.app;

import org.jspecify.annotations.NullMarked;
