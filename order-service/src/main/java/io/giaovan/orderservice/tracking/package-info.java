/**
 * Decides what the holder of a tracking link may see: when the parcel arrives, how far it is, what happened. Serves
 * buyers, without a login, and the rooms that send them the link. It never shows a name, a phone number or an address.
 */
@NullMarked
package io.giaovan.orderservice.tracking;

import org.jspecify.annotations.NullMarked;
