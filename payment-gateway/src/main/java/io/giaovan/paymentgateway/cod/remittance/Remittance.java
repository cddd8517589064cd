package io.giaovan.paymentgateway.cod.remittance;

import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a remittance file.
 *
 * @param carrier whose
 * @param reference the company's number of it
 * @param fileDigest SHA-256 of the file
 * @param at when it was read
 * @param rows how many rows it has
 * @param matched rows that fit a parcel and its amount
 * @param taken the cash in it
 * @param fees what the company keeps
 * @param toArrive what has to arrive at the bank for it
 * @param clearing the ledger's account in which that waits; a settlement of this rail books the arrival
 * @param findings what does not fit, at most {@value #FINDINGS_MAX}
 */
record Remittance(
        String carrier,
        String reference,
        String fileDigest,
        Instant at,
        int rows,
        int matched,
        Money taken,
        Money fees,
        Money toArrive,
        String clearing,
        List<Finding> findings) {
    static final int FINDINGS_MAX = 5_000;

    Remittance {
        findings = List.copyOf(findings);
    }

    /**
     * Where file and books differ.
     *
     * @param row of the file, or null when the file says nothing
     * @param tracking the company's code, or the empty text when it cannot be read
     * @param file what the file says, or null
     * @param ours what we know, or null
     * @param detail for people
     */
    record Finding(
            Kind kind,
            @Nullable Integer row,
            String tracking,
            @Nullable Money file,
            @Nullable Money ours,
            String detail) {}

    /** How file and books differ. */
    enum Kind {
        /** Less than was taken: the company owes the rest. */
        SHORT_PAID,
        /** More than was taken: the rest waits in suspense. */
        OVER_PAID,
        /** Delivered, due, and in no file. */
        MISSING,
        /** Money for a parcel that came back or is on its way back: it waits in suspense. */
        RETURNED_WITH_MONEY,
        /** Money for a parcel that we do not know: it waits in suspense. */
        UNKNOWN_PARCEL,
        /** In this file twice, or in a file before: not counted again. */
        TWICE,
        /** The company keeps another fee than agreed. */
        FEE_OFF,
        /** The row cannot be read: not counted. */
        MALFORMED
    }
}
