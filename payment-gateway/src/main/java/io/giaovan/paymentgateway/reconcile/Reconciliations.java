package io.giaovan.paymentgateway.reconcile;

import java.time.LocalDate;
import java.util.Optional;

/** Keeps one reconciliation for each day; a later run replaces an earlier one. Safe for concurrent use. */
interface Reconciliations {
    void save(Reconciliation reconciliation);

    Optional<Reconciliation> find(LocalDate day);
}
