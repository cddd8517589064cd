package io.giaovan.paymentgateway.reconcile;

import io.giaovan.contracts.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A day's statement beside the ledger.
 *
 * @param day the bank's day, in Vietnam
 * @param lines how many lines the statement has
 * @param postings how many postings the ledger has on that day
 * @param matched how many lines have their posting of the same amount and day
 * @param statementSum what the statement adds up to
 * @param ledgerSum what the ledger's postings of the day add up to
 * @param found how many differences there are
 * @param findings the first {@value #FINDINGS_MAX} of them
 * @param ranAt when the two were compared
 */
record Reconciliation(
        LocalDate day,
        long lines,
        long postings,
        long matched,
        Money statementSum,
        Money ledgerSum,
        long found,
        List<Finding> findings,
        Instant ranAt) {
    static final int FINDINGS_MAX = 10_000;

    Reconciliation {
        findings = List.copyOf(findings.subList(0, Math.min(FINDINGS_MAX, findings.size())));
    }
}
