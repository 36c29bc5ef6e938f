/** HTTP and pages: thin adapters between a request and one domain method. */
@NullMarked
package dev.perennial.web;

import org.jspecify.annotations.NullMarked;
