/**
 * Reads the files in which parcel companies account for the cash they took, and holds them parcel by parcel against what we know. Serves the house's bookkeepers. It never believes a file: what does not fit is a finding, and money without an owner waits in suspense.
 */
@NullMarked
package io.giaovan.paymentgateway.cod.remittance;

import org.jspecify.annotations.NullMarked;
