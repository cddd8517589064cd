/**
 * Who did what to the gateway's money, keys, endpoints, limits and approvals, in a chain of hashes. Serves the house's operators. It never keeps a secret, a phone number or an address, and never changes what it kept.
 */
@NullMarked
package io.giaovan.paymentgateway.api.audit;

import org.jspecify.annotations.NullMarked;
