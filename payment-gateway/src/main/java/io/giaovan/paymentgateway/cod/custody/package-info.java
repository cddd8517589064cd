/**
 * Knows of each parcel paid in cash where its money is: with the courier, with a parcel company, at a depot, at the bank. Serves hand-overs, remittances and the ageing report, and makes the money the seller's when it has come far enough. It never counts money itself and never loses sight of what was not handed over.
 */
@NullMarked
package io.giaovan.paymentgateway.cod.custody;

import org.jspecify.annotations.NullMarked;
