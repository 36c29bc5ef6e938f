/** What programs talk to: JSON in and out, problems by RFC 9457. */
@NullMarked
package dev.perennial.web.api;

import org.jspecify.annotations.NullMarked;
