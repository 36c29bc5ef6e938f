/**
 * The slow suites: the packaged war in processes of its own. Run by {@code mvn -Psuites verify}.
 */
@NullMarked
package dev.perennial.suite;

import org.jspecify.annotations.NullMarked;
