package io.giaovan.paymentgateway.rail.cash;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.paymentgateway.rail.Rail;
import io.giaovan.paymentgateway.rail.RailAnswer;
import io.giaovan.paymentgateway.rail.RailOrder;
import io.giaovan.paymentgateway.rail.RefundAnswer;
import io.giaovan.paymentgateway.rail.Step;
import jakarta.inject.Singleton;

/** Waits for the courier; the capture itself is the taking. */
@Singleton
final class CashRail implements Rail {
    @Override
    public String name() {
        return "cash";
    }

    @Override
    public ChargeMethod method() {
        return ChargeMethod.CASH;
    }

    @Override
    public boolean canHold() {
        return true;
    }

    @Override
    public boolean canTakeAtOnce() {
        return false;
    }

    @Override
    public boolean standsAtProvider() {
        return false;
    }

    @Override
    public RailAnswer start(RailOrder order) {
        return new RailAnswer.AwaitsCash();
    }

    @Override
    public RailAnswer enterPassword(RailOrder order, String password) {
        return new RailAnswer.Refused("password_not_expected", "Cash asks for no password");
    }

    @Override
    public RailAnswer capture(RailOrder order, Money amount) {
        return new RailAnswer.Taken(order.attemptId());
    }

    @Override
    public RailAnswer release(RailOrder order) {
        return new RailAnswer.Released();
    }

    @Override
    public RailAnswer ask(RailOrder order, Step step, Money amount) {
        return switch (step) {
            case START -> start(order);
            case CAPTURE -> capture(order, amount);
            case RELEASE -> release(order);
            case VERIFY -> enterPassword(order, "");
        };
    }

    @Override
    public RefundAnswer refund(RailOrder order, String refundId, Money amount) {
        return new RefundAnswer.Refused(
                "refund_not_supported", "Cash taken at the door is given back by the seller, outside the gateway");
    }
}
