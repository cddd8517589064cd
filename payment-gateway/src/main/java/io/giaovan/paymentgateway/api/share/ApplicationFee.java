package io.giaovan.paymentgateway.api.share;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a platform keeps of a connected merchant's money.
 *
 * @param id {@code fee_…}
 * @param platform whose it is
 * @param account {@code acct_…} that it is taken from
 * @param charge {@code ch_…} that it was taken for
 * @param refunds what was given back, oldest first
 * @param version of the stored document
 */
record ApplicationFee(
        String id,
        MerchantId platform,
        MerchantId account,
        Money amount,
        String charge,
        List<Refunded> refunds,
        Instant createdAt,
        long version) {
    /**
     * Part of a fee that was given back with a refund.
     *
     * @param id {@code fr_…}
     */
    record Refunded(String id, Money amount, Instant createdAt) {}

    ApplicationFee {
        refunds = List.copyOf(refunds);
    }

    Money refunded() {
        return refunds.stream().map(Refunded::amount).reduce(Money.zero(amount.currency()), Money::plus);
    }

    /** With a refund added, unless it is there. */
    ApplicationFee with(Refunded refund) {
        if (refunds.stream().anyMatch(one -> one.id().equals(refund.id()))) {
            return this;
        }
        return new ApplicationFee(
                id,
                platform,
                account,
                amount,
                charge,
                Stream.concat(refunds.stream(), Stream.of(refund)).toList(),
                createdAt,
                version);
    }
}
