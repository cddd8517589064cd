package io.giaovan.paymentgateway.charge.sharing;

import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.edge.access.Secrets;

/** Ids of what a charge and its refunds share, chosen from theirs, so that nothing is shared twice. */
public final class ShareIds {
    private static final int LENGTH = 24;

    private ShareIds() {}

    /** The transfer that passes a part on. */
    public static String transfer(ChargeId charge) {
        return id("tr_", charge.value());
    }

    /** The platform's fee. */
    public static String fee(ChargeId charge) {
        return id("fee_", charge.value());
    }

    /** What a refund takes back of the transfer. */
    public static String reversal(String refundId) {
        return id("trr_", refundId);
    }

    /** What a refund takes back of the fee. */
    public static String feeRefund(String refundId) {
        return id("fr_", refundId);
    }

    private static String id(String prefix, String of) {
        return prefix + Secrets.digest("share|" + prefix + "|" + of).substring(0, LENGTH);
    }
}
