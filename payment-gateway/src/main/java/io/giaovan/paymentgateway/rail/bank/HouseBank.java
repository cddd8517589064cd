package io.giaovan.paymentgateway.rail.bank;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.rail.RefundAnswer;
import java.time.LocalDate;

/** The bank where the house's account is. The same id is paid once, however often it is sent. Safe for concurrent use. */
public interface HouseBank {
    /** What became of a payout. */
    sealed interface PayoutAnswer {
        /** The money is with the payee. */
        record Paid(String reference) implements PayoutAnswer {}

        /** The bank refused for good. */
        record Rejected(String code) implements PayoutAnswer {}

        /** On its way, or nobody knows: ask again with the same id. */
        record Pending(String why) implements PayoutAnswer {}
    }

    /**
     * Orders a payout, or asks what became of it when it was ordered before.
     *
     * @param endToEndId identifies it at the bank
     * @param payee the payee's account as the bank knows it
     */
    PayoutAnswer pay(String endToEndId, String payee, Money amount);

    /**
     * Sends (part of) a received transfer back to whoever sent it.
     *
     * @param content what the received transfer said
     */
    RefundAnswer sendBack(String endToEndId, String content, Money amount);

    /**
     * What the bank booked on a day.
     *
     * @throws io.giaovan.contracts.problem.ProblemException PARTNER_FAILED when it gives no clear answer
     */
    BankStatement statement(LocalDate day);
}
