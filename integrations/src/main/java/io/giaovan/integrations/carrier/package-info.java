/**
 * Books parcels with parcel companies, once each, and tells where they are. Serves order-service. It never chooses the company.
 */
@NullMarked
package io.giaovan.integrations.carrier;

import org.jspecify.annotations.NullMarked;
