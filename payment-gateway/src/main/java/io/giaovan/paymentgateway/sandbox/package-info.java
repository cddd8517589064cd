/**
 * What all fake providers share: scripted failures and the key to their controls. Serves the providers in the rooms below. It never touches the gateway's data.
 */
@NullMarked
package io.giaovan.paymentgateway.sandbox;

import org.jspecify.annotations.NullMarked;
