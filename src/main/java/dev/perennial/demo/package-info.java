/**
 * The guided demo: a story told with real rows, on a model of its own that can be removed whole.
 */
@NullMarked
package dev.perennial.demo;

import org.jspecify.annotations.NullMarked;
