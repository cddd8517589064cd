/**
 * Bookings with parcel companies, the tracking vocabulary, and the interfaces to carriers and marketplaces. Serves order-service (caller) and integrations (callee). It knows no partner's wire format.
 */
@NullMarked
package io.giaovan.contracts.parcel;

import org.jspecify.annotations.NullMarked;
