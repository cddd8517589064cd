package io.giaovan.paymentgateway.api.connect;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money from a platform's balance to a connected merchant's.
 *
 * @param id {@code tr_…}
 * @param merchantId the platform
 * @param destination {@code acct_…}
 * @param description the platform's own words, or null
 * @param group names what belongs together, or null
 * @param source {@code ch_…} that it shares, or null
 * @param metadata the platform's own notes
 * @param booked whether the ledger has it; before, it is seen by nobody
 * @param reversals what came back, oldest first, at most {@value #REVERSALS_MAX}
 * @param version of the stored document
 */
record MerchantTransfer(
        String id,
        MerchantId merchantId,
        String destination,
        Money amount,
        @Nullable String description,
        @Nullable String group,
        @Nullable String source,
        Map<String, String> metadata,
        boolean booked,
        List<Reversal> reversals,
        Instant createdAt,
        long version) {
    static final int REVERSALS_MAX = 50;

    /**
     * Money that came back.
     *
     * @param id {@code trr_…}
     * @param booked whether the ledger has it; before, it is seen by nobody
     */
    record Reversal(String id, Money amount, Map<String, String> metadata, boolean booked, Instant createdAt) {
        Reversal {
            metadata = Map.copyOf(metadata);
        }

        Reversal asBooked() {
            return new Reversal(id, amount, metadata, true, createdAt);
        }
    }

    MerchantTransfer {
        metadata = Map.copyOf(metadata);
        reversals = List.copyOf(reversals);
    }

    Money reversed() {
        return reversals.stream().map(Reversal::amount).reduce(Money.zero(amount.currency()), Money::plus);
    }

    Optional<Reversal> reversal(String reversalId) {
        return reversals.stream().filter(one -> one.id().equals(reversalId)).findFirst();
    }

    MerchantTransfer asBooked() {
        return copy(true, reversals, version);
    }

    MerchantTransfer noted(@Nullable String words, Map<String, String> notes) {
        return new MerchantTransfer(
                id,
                merchantId,
                destination,
                amount,
                words,
                group,
                source,
                notes,
                booked,
                reversals,
                createdAt,
                version);
    }

    /** As it is stored after a change. */
    MerchantTransfer raised() {
        return copy(booked, reversals, version + 1);
    }

    /** With a reversal added, or in the place of the one with its id. */
    MerchantTransfer with(Reversal reversal) {
        List<Reversal> others = new ArrayList<>(reversals);
        others.removeIf(one -> one.id().equals(reversal.id()));
        others.add(reversal);
        return copy(booked, others, version);
    }

    MerchantTransfer without(String reversalId) {
        return copy(
                booked,
                reversals.stream().filter(one -> !one.id().equals(reversalId)).toList(),
                version);
    }

    private MerchantTransfer copy(boolean isBooked, List<Reversal> others, long stored) {
        return new MerchantTransfer(
                id,
                merchantId,
                destination,
                amount,
                description,
                group,
                source,
                metadata,
                isBooked,
                others,
                createdAt,
                stored);
    }
}
