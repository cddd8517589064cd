package io.giaovan.paymentgateway.cod.remittance;

import io.giaovan.contracts.money.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a parcel company writes its files and what it asks for collecting cash. Data, entered by the house: companies change
 * both.
 *
 * @param carrier the company, 2 to 30 of {@code a-z _}
 * @param columns header of each column we read
 * @param feeFixed what it asks per parcel, in minor units, or null when its fee is not checked
 * @param feeBasisPoints share of the cash beside it, 0 to 10,000
 * @param currency of all amounts
 */
record CarrierTerms(
        String carrier,
        Map<Column, String> columns,
        @Nullable Long feeFixed,
        int feeBasisPoints,
        String currency) {
    private static final int HEADER_LENGTH_MAX = 100;
    private static final int WHOLE = 10_000;

    /** What we read from a file. */
    enum Column {
        /** The company's code of the parcel. */
        TRACKING,
        /** The cash it took. */
        AMOUNT,
        /** What it keeps for taking it; absent is 0. */
        FEE,
        /** What it keeps for bringing parcels back; absent is 0. */
        RETURN_FEE
    }

    CarrierTerms {
        checkCarrier(carrier);
        columns = Map.copyOf(columns);
        for (Column needed : new Column[] {Column.TRACKING, Column.AMOUNT}) {
            if (!columns.containsKey(needed)) {
                throw new IllegalArgumentException("columns." + needed + ": is missing");
            }
        }
        columns.forEach((column, header) -> {
            if (header.isBlank() || header.length() > HEADER_LENGTH_MAX) {
                throw new IllegalArgumentException(
                        "columns." + column + ": is not 1 to " + HEADER_LENGTH_MAX + " characters");
            }
        });
        if (feeFixed != null && feeFixed < 0) {
            throw new IllegalArgumentException("feeFixed: " + feeFixed + " is below 0");
        }
        if (feeBasisPoints < 0 || feeBasisPoints > WHOLE) {
            throw new IllegalArgumentException("feeBasisPoints: " + feeBasisPoints + " is not 0 to " + WHOLE);
        }
        Money.zero(currency);
    }

    static void checkCarrier(String carrier) {
        if (!carrier.matches("[a-z_]{2,30}")) {
            throw new IllegalArgumentException("carrier: '" + carrier + "' is not 2 to 30 of a-z _");
        }
    }

    /** Terms of a company about which nothing was entered: our own column names, fees unchecked. */
    static CarrierTerms usual(String carrier) {
        return new CarrierTerms(
                carrier,
                Map.of(
                        Column.TRACKING,
                        "tracking_code",
                        Column.AMOUNT,
                        "cod_amount",
                        Column.FEE,
                        "cod_fee",
                        Column.RETURN_FEE,
                        "return_fee"),
                null,
                0,
                Money.VND);
    }

    /** What the company may keep of an amount, half units rounded up; null when that is not checked. */
    @Nullable
    Money expectedFee(Money amount) {
        return feeFixed == null
                ? null
                : new Money(
                        feeFixed
                                + Math.floorDiv(
                                        Math.addExact(Math.multiplyExact(amount.amount(), feeBasisPoints), WHOLE / 2),
                                        WHOLE),
                        amount.currency());
    }
}
