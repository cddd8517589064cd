package io.giaovan.paymentgateway.cod;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.cod.custody.CashParcel;
import io.giaovan.paymentgateway.cod.custody.CashStage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who holds whose cash and since when.
 *
 * @param at of which moment
 * @param holders everybody who holds cash, the oldest first
 * @param parcels the parcels behind it, the oldest first, at most {@value #PARCELS_MAX}
 * @param shortages what couriers owe
 * @param surpluses what couriers handed over too much
 */
record AgeingReport(
        Instant at,
        List<Holder> holders,
        List<HeldParcel> parcels,
        List<Difference> shortages,
        List<Difference> surpluses) {
    static final int PARCELS_MAX = 5_000;

    /**
     * Somebody who holds cash.
     *
     * @param stage where
     * @param holder the courier, parcel company or depot
     * @param parcels how many parcels' cash
     * @param amount of the parcels
     * @param booked what the ledger says the holder has, also what belongs to no parcel
     * @param oldestSince since when the oldest is there
     * @param byAge amounts by how long they are there: under one day, two, seven days, longer
     */
    record Holder(
            CashStage stage,
            String holder,
            long parcels,
            Money amount,
            Money booked,
            Instant oldestSince,
            List<Money> byAge) {}

    record HeldParcel(
            String charge,
            String merchant,
            String order,
            Money amount,
            CashStage stage,
            String holder,
            String takenBy,
            Instant takenAt,
            Instant since) {
        static HeldParcel of(CashParcel parcel) {
            return new HeldParcel(
                    parcel.chargeId().value(),
                    parcel.merchantId().value(),
                    parcel.orderId(),
                    parcel.amount(),
                    parcel.stage(),
                    parcel.place(),
                    parcel.holder(),
                    parcel.takenAt(),
                    parcel.since());
        }
    }

    record Difference(String courier, Money amount) {}

    private static final List<Duration> AGES = List.of(Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(7));

    /** Which of the ages an instant falls into, the last when it is older than all. */
    static int age(Instant since, Instant at) {
        int age = 0;
        while (age < AGES.size() && Duration.between(since, at).compareTo(AGES.get(age)) >= 0) {
            age++;
        }
        return age;
    }

    static int ages() {
        return AGES.size() + 1;
    }

    /** The parcels as a table for a spreadsheet. */
    String csv() {
        CsvText csv = new CsvText()
                .row(
                        "charge",
                        "merchant",
                        "order",
                        "amount",
                        "currency",
                        "stage",
                        "holder",
                        "taken by",
                        "taken at",
                        "since");
        for (HeldParcel parcel : parcels) {
            csv.row(
                    parcel.charge(),
                    parcel.merchant(),
                    parcel.order(),
                    Long.toString(parcel.amount().amount()),
                    parcel.amount().currency(),
                    parcel.stage().name(),
                    parcel.holder(),
                    parcel.takenBy(),
                    parcel.takenAt().toString(),
                    parcel.since().toString());
        }
        return csv.toString();
    }
}
