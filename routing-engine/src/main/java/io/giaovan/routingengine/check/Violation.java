package io.giaovan.routingengine.check;

import io.giaovan.routingengine.model.Law;

/**
 * One way in which a plan breaks the law.
 *
 * @param law what it breaks
 * @param amount by how much, in the law's unit
 * @param where the vehicle or stop, with values
 */
public record Violation(Law law, long amount, String where) {}
