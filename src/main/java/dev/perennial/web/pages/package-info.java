/** What people look at: a servlet and its view for each page. */
@NullMarked
package dev.perennial.web.pages;

import org.jspecify.annotations.NullMarked;
