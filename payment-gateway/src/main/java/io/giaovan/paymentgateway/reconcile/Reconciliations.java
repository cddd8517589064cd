package io.giaovan.paymentgateway.reconcile;

import java.time.LocalDate;
import java.util.Optional;

/** Keeps one reconciliation for each day of the bank and of each rail; a later run replaces an earlier one. Safe for concurrent use. */
interface Reconciliations {
    /** @param of {@code bank}, or the name of a rail */
    void save(String of, Reconciliation reconciliation);

    Optional<Reconciliation> find(String of, LocalDate day);
}
