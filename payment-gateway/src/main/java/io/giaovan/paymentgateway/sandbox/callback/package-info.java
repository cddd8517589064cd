/**
 * Delivers what fake providers tell the house, until it is taken. Serves the fake wallets and mobile money. It never signs: a provider hands over what it has signed.
 */
@NullMarked
package io.giaovan.paymentgateway.sandbox.callback;

import org.jspecify.annotations.NullMarked;
