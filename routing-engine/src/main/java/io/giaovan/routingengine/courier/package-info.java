/**
 * Decides what a courier may see and do at this moment: the own route, stop by stop, with proof, cash and position. Serves
 * couriers' devices and their web app. It must never show another courier's route or a phone number in full.
 */
@NullMarked
package io.giaovan.routingengine.courier;

import org.jspecify.annotations.NullMarked;
