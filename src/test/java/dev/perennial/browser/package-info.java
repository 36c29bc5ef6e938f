/** The pages in a real Chromium: every state of each, and the stories that lead through them. */
@NullMarked
package dev.perennial.browser;

import org.jspecify.annotations.NullMarked;
