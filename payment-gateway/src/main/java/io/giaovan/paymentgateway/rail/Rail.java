package io.giaovan.paymentgateway.rail;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;

/**
 * What any provider of money can do. Every call is made after its attempt was stored and may be made again with the same
 * attempt id. A call that gets no clear answer returns {@link RailAnswer.Unknown}; it never throws for trouble outside.
 * Safe for concurrent use.
 */
public interface Rail {
    /** The name on the wire, for instance {@code vietqr}. */
    String name();

    ChargeMethod method();

    /** Whether money can be held and taken later with a proof. */
    boolean canHold();

    /** Whether money can be taken as soon as the buyer has agreed. */
    boolean canTakeAtOnce();

    /** Whether something stands at the provider that has to be released when a charge is given up. */
    boolean standsAtProvider();

    /** Whether the buyer's phone account has to be known. */
    default boolean needsPhone() {
        return false;
    }

    /** Whether the provider has to be asked what the buyer did, because its news may get lost. */
    default boolean mustBeAsked() {
        return false;
    }

    /** Whether this rail has no real provider configured and speaks with the sandbox. */
    default boolean isSandboxed() {
        return false;
    }

    /** Asks the provider to begin. */
    RailAnswer start(RailOrder order);

    /** Passes on the one-time password. */
    RailAnswer enterPassword(RailOrder order, String password);

    /** Takes held money; less than all releases the rest. */
    RailAnswer capture(RailOrder order, Money amount);

    /** Releases what stands at the provider. */
    RailAnswer release(RailOrder order);

    /** Asks what became of a step whose answer never came; sends it again only if the provider never saw it. */
    RailAnswer ask(RailOrder order, Step step, Money amount);

    /** Sends money back; the same refund id is sent back once. */
    RefundAnswer refund(RailOrder order, String refundId, Money amount);
}
