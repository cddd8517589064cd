/**
 * Takes signed notices of providers in and tells the charges. Serves banks and telecoms. It never trusts a notice whose signature or time is off.
 */
@NullMarked
package io.giaovan.paymentgateway.callback;

import org.jspecify.annotations.NullMarked;
