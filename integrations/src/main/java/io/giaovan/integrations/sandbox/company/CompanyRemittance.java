package io.giaovan.integrations.sandbox.company;

import java.time.Instant;
import java.util.List;

/**
 * What the sandbox company accounted for at once: the cash of parcels it delivered, less its fee for taking it.
 *
 * @param shopId whose parcels
 * @param number counts a shop's remittances from 1 without gaps
 * @param reference the number that the seller knows it by
 * @param format how its file is written
 * @param at when
 * @param rows in the order of the file, at most {@value #ROWS_MAX}
 * @param file as it was written, once; whoever fetches it again gets the same bytes
 */
record CompanyRemittance(
        String shopId, int number, String reference, Format format, Instant at, List<Row> rows, byte[] file) {
    static final int ROWS_MAX = 5_000;
    private static final long FEE_FIXED = 1_000;
    private static final long FEE_BASIS_POINTS = 50;
    private static final long WHOLE = 10_000;

    /** How a file is written. */
    enum Format {
        CSV,
        XLSX
    }

    /** A parcel: the cash that was taken for it and what the company keeps of that, in đồng. */
    record Row(String orderCode, long cash, long fee) {
        /** 1,000 ₫ and half a per cent of the cash, rounded. */
        static Row of(CompanyParcel parcel) {
            long share = (parcel.cashOnDelivery() * FEE_BASIS_POINTS + WHOLE / 2) / WHOLE;
            return new Row(parcel.orderCode(), parcel.cashOnDelivery(), FEE_FIXED + share);
        }
    }

    CompanyRemittance {
        if (!reference.matches("[A-Za-z0-9_.-]{1,40}")) {
            throw new IllegalArgumentException("reference: is not 1 to 40 letters, digits, _ . or -");
        }
        rows = List.copyOf(rows);
        if (rows.size() > ROWS_MAX) {
            throw new IllegalArgumentException("rows: " + rows.size() + " are more than " + ROWS_MAX);
        }
    }

    long taken() {
        return rows.stream().mapToLong(Row::cash).sum();
    }

    long fees() {
        return rows.stream().mapToLong(Row::fee).sum();
    }
}
