/** Makes a model: algorithm, rows kept apart, judgement, and the files of a version. */
@NullMarked
package dev.perennial.training;

import org.jspecify.annotations.NullMarked;
