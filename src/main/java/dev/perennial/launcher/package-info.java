/**
 * {@code java -jar perennial.war}: a server around the same war file that Tomcat and Jetty take.
 *
 * <p>Stands outside the line of packages, and outside the web application: these classes lie under
 * META-INF of the war, where no container serves them, and see nothing of WEB-INF/classes.
 */
@NullMarked
package dev.perennial.launcher;

import org.jspecify.annotations.NullMarked;
