/**
 * Starts the integrations service in a process of its own. Serves the launcher. It never holds business code.
 */
@NullMarked
package io.giaovan.integrations;

import org.jspecify.annotations.NullMarked;
