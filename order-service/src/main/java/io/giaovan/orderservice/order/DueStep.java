package io.giaovan.orderservice.order;

/**
 * A step that has to be done.
 *
 * @param step which
 * @param number rises with every step of the order, so that a step that became due again is told from the one before
 */
public record DueStep(Step step, long number) {}
