/**
 * How much a subscriber may pay over one provider in a calendar month, as the law and the providers say. Serves the charges, which reserve a share before a provider is called. It never knows a phone number, only its blind index.
 */
@NullMarked
package io.giaovan.paymentgateway.limit;

import org.jspecify.annotations.NullMarked;
