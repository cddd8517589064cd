/**
 * Decides which courier brings which parcel, and keeps each delivery's and each route's life, in the rooms below; here are
 * the words and settings that they share. Serves order-service with the last mile, dispatchers with plans and the board,
 * couriers with their routes. It must never search for a plan itself, and never call order-service: news leaves as events.
 */
@NullMarked
package io.giaovan.routingengine.dispatch;

import org.jspecify.annotations.NullMarked;
