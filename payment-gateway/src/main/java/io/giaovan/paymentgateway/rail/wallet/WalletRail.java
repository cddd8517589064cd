package io.giaovan.paymentgateway.rail.wallet;

import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.paymentgateway.rail.Rail;
import io.giaovan.paymentgateway.rail.RailAnswer;
import io.giaovan.paymentgateway.rail.RailOrder;

/** What all wallets have in common: the buyer pays on the wallet's own page, and the wallet is asked what he did. */
interface WalletRail extends Rail {
    @Override
    default ChargeMethod method() {
        return ChargeMethod.WALLET;
    }

    @Override
    default boolean canTakeAtOnce() {
        return true;
    }

    @Override
    default boolean standsAtProvider() {
        return true;
    }

    @Override
    default boolean mustBeAsked() {
        return true;
    }

    @Override
    default RailAnswer enterPassword(RailOrder order, String password) {
        return new RailAnswer.Refused("password_not_expected", "The wallet asks for passwords itself");
    }
}
