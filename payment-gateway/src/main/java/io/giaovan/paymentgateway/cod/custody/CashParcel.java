package io.giaovan.paymentgateway.cod.custody;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the cash of one parcel is.
 *
 * @param chargeId the charge that was paid at the door
 * @param merchantId the seller
 * @param orderId what was bought
 * @param amount what was taken
 * @param holder who took it: a courier, or {@code carrier-…}
 * @param tracking the parcel company's code, or null for couriers
 * @param takenAt when it was taken
 * @param stage how far it has come
 * @param place who has it now: a courier, a parcel company, a depot, or {@code house} for the bank
 * @param since since when
 * @param handOver the count or remittance that moved it last, or null
 * @param credited whether it is the seller's
 * @param version of the stored document
 */
public record CashParcel(
        ChargeId chargeId,
        MerchantId merchantId,
        String orderId,
        Money amount,
        String holder,
        @Nullable String tracking,
        Instant takenAt,
        CashStage stage,
        String place,
        Instant since,
        @Nullable String handOver,
        boolean credited,
        long version) {
    /** What parcel companies' names begin with where they hold cash. */
    public static final String CARRIER_PREFIX = "carrier-";

    CashParcel moved(CashStage to, String where, Instant at, String by, boolean nowCredited) {
        return new CashParcel(
                chargeId,
                merchantId,
                orderId,
                amount,
                holder,
                tracking,
                takenAt,
                to,
                where,
                at,
                by,
                nowCredited,
                version);
    }
}
