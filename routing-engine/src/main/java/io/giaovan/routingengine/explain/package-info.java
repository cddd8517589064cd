/**
 * Decides how to say why a stop is on no route: which constraint keeps it from every vehicle, with the figures. Serves
 * dispatch and the planning API. It must never change a plan or search for one.
 */
@NullMarked
package io.giaovan.routingengine.explain;

import org.jspecify.annotations.NullMarked;
