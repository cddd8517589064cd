package io.giaovan.paymentgateway.limit;

import io.giaovan.contracts.money.Money;
import java.time.YearMonth;

/** Whether a share of a limit could be had. */
public sealed interface LimitAnswer {
    /** It is reserved, or needs no reserving. */
    record Granted() implements LimitAnswer {}

    /**
     * The limit does not hold that much more; nothing is reserved.
     *
     * @param provider whose limit
     * @param limit how much a month
     * @param used what of it is used or reserved
     * @param month which
     */
    record Exceeded(String provider, Money limit, Money used, YearMonth month) implements LimitAnswer {
        /** For the payer; names no person. */
        public String message() {
            return "A subscriber may pay " + limit.amount() + " " + limit.currency() + " over " + provider + " in "
                    + month + ", of which " + used.amount() + " " + used.currency() + " are used";
        }
    }
}
