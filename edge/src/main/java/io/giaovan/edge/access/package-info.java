/**
 * Keys, session tokens and the key the house's own services show each other. Serves all HTTP surfaces. It never stores a key in the clear and never decides what a caller may do.
 */
@NullMarked
package io.giaovan.edge.access;

import org.jspecify.annotations.NullMarked;
