/**
 * Speaks with a parcel company whose interface has the shape of GHN's. Serves the booking of parcels and their tracking. It never believes an unsigned notice before the company confirmed it.
 */
@NullMarked
package io.giaovan.integrations.carrier.ghn;

import org.jspecify.annotations.NullMarked;
