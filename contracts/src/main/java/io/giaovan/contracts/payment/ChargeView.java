package io.giaovan.contracts.payment;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A charge as its caller sees it.
 *
 * @param id the charge
 * @param orderId what it is for
 * @param method over which kind of rail
 * @param status where it stands
 * @param amount what was asked
 * @param received what was taken so far
 * @param refunded what was given back so far
 * @param nextAction what the buyer has to do, while {@code REQUIRES_ACTION}, else null
 * @param failureCode why it failed, else null
 */
public record ChargeView(
        ChargeId id,
        OrderId orderId,
        ChargeMethod method,
        ChargeStatus status,
        Money amount,
        Money received,
        Money refunded,
        @Nullable NextAction nextAction,
        @Nullable String failureCode) {}
