/**
 * The life of one parcel's last mile: its states, its documents and the news of each step. Serves routes, plans and
 * order-service's orders. It must never know by which plan a parcel came to its route.
 */
@NullMarked
package io.giaovan.routingengine.dispatch.delivery;

import org.jspecify.annotations.NullMarked;
