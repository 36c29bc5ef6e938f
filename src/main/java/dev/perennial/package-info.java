/** Perennial: serve, record, watch and renew a trained Weka model. */
@NullMarked
package dev.perennial;

import org.jspecify.annotations.NullMarked;
