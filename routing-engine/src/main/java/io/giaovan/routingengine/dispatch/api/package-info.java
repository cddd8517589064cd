/**
 * What dispatchers' programs and order-service ask of the last mile, over HTTP and within the process. It must never hold
 * state of its own.
 */
@NullMarked
package io.giaovan.routingengine.dispatch.api;

import org.jspecify.annotations.NullMarked;
