package io.giaovan.integrations.sandbox.company;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sandbox company's book of cash. A shop's remittances are numbered without gaps, and each holds what no earlier one
 * does; since a number is taken once, no parcel's cash is ever accounted for twice. Safe for concurrent use.
 */
@Singleton
final class CompanyCash {
    private static final int RACES_MAX = 50;

    private final CompanyLedger ledger;
    private final Clock clock;

    CompanyCash(CompanyLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Accounts for the cash of everything delivered until now, at most {@value CompanyRemittance#ROWS_MAX} parcels; the
     * same reference again answers as the first time.
     */
    CompanyRemittance remit(String shopId, String reference, CompanyRemittance.Format format) {
        if (ledger.findShop(shopId).isEmpty()) {
            throw ProblemException.notFound("shop", shopId);
        }
        for (int race = 0; race < RACES_MAX; race++) {
            Optional<CompanyRemittance> standing = ledger.findRemittance(shopId, reference);
            Optional<CompanyRemittance> last = ledger.findLastRemittance(shopId);
            last.ifPresent(this::mark);
            if (standing.isPresent()) {
                return standing.get();
            }
            List<CompanyRemittance.Row> rows = ledger.listCashWaiting(shopId).stream()
                    .sorted(Comparator.comparing(CompanyParcel::orderCode))
                    .limit(CompanyRemittance.ROWS_MAX)
                    .map(CompanyRemittance.Row::of)
                    .toList();
            CompanyRemittance remittance = new CompanyRemittance(
                    shopId,
                    last.map(CompanyRemittance::number).orElse(0) + 1,
                    reference,
                    format,
                    clock.instant(),
                    rows,
                    CompanyRemittanceFile.write(format, rows));
            if (ledger.insert(remittance)) {
                mark(remittance);
                return remittance;
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "Shop " + shopId + " has too many remittances at once");
    }

    CompanyRemittance get(String shopId, String reference) {
        return ledger.findRemittance(shopId, reference)
                .orElseThrow(() -> ProblemException.notFound("remittance", reference));
    }

    /** Notes at each parcel where it was accounted for; what a crash left out is done before the next number is taken. */
    private void mark(CompanyRemittance remittance) {
        remittance.rows().forEach(row -> mark(row.orderCode(), remittance.reference()));
    }

    private void mark(String orderCode, String reference) {
        for (int race = 0; race < RACES_MAX; race++) {
            CompanyParcel parcel =
                    ledger.find(orderCode).orElseThrow(() -> ProblemException.notFound("parcel", orderCode));
            if (parcel.remittance() != null || ledger.update(parcel.accountedForIn(reference))) {
                return;
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "Parcel " + orderCode + " changes too fast");
    }
}
