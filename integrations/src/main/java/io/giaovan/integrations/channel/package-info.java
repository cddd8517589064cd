/**
 * Knows which marketplace shop belongs to which seller and carries news between the house and the marketplaces. Serves order-service. It never decides what becomes of an order.
 */
@NullMarked
package io.giaovan.integrations.channel;

import org.jspecify.annotations.NullMarked;
