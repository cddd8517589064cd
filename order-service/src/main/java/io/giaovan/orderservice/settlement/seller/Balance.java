package io.giaovan.orderservice.settlement.seller;

import io.giaovan.contracts.money.Money;

/**
 * What stands between the house and a seller in one currency.
 *
 * @param open sum of the open statement, may be below zero
 * @param closed what is closed and not paid yet
 * @param paid what was paid so far
 * @param waitingOrders delivered orders whose money the gateway does not have yet; they are in none of the sums
 */
public record Balance(Money open, Money closed, Money paid, int waitingOrders) {}
