/**
 * Decides how to say why a stop is on no route, late, or where it is: which law keeps it from every vehicle with figures that
 * the judge confirms, the cheapest change that makes it fit, what it costs and how far it may slip. Serves dispatch and the
 * planning API. It must never change a plan; it tries routes out, and whatever it proposes has passed the judge.
 */
@NullMarked
package io.giaovan.routingengine.explain;

import org.jspecify.annotations.NullMarked;
