package io.giaovan.orderservice.order;

import java.time.Instant;

/**
 * One thing that happened to an order.
 *
 * @param at when
 * @param what a word in capitals, for instance {@code PACKED}; for some kinds a detail follows after a colon and a space
 */
public record TimelineEntry(Instant at, String what) {}
