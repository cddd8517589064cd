/**
 * Decides who is told what about an order, and makes sure it arrives: text messages to buyers, signed webhooks to
 * sellers. Serves buyers and the sellers' own systems. It never puts a name, a number or an address into a webhook or a
 * log, and never writes to a buyer who asked for silence.
 */
@NullMarked
package io.giaovan.orderservice.notice;

import org.jspecify.annotations.NullMarked;
