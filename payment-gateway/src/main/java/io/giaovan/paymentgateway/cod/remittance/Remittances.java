package io.giaovan.paymentgateway.cod.remittance;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.parcel.TrackingStatus;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.cod.custody.CashParcel;
import io.giaovan.paymentgateway.cod.custody.CashParcels;
import io.giaovan.paymentgateway.cod.custody.CashSettings;
import io.giaovan.paymentgateway.cod.custody.CashStage;
import io.giaovan.paymentgateway.cod.custody.Custody;
import io.giaovan.paymentgateway.cod.remittance.Remittance.Finding;
import io.giaovan.paymentgateway.cod.remittance.Remittance.Kind;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes remittance files. Each parcel's money leaves the company's hands for its clearing account, where it waits until it
 * arrives at the bank; what the company kept back beyond its fee it owes. A file that was read half is read again whole:
 * the ledger books each row once. Safe for concurrent use.
 */
@Singleton
final class Remittances {
    private final CarrierBooks books;
    private final CashParcels parcels;
    private final Custody custody;
    private final Ledger ledger;
    private final CashSettings settings;
    private final Clock clock;

    Remittances(
            CarrierBooks books,
            CashParcels parcels,
            Custody custody,
            Ledger ledger,
            CashSettings settings,
            Clock clock) {
        this.books = books;
        this.parcels = parcels;
        this.custody = custody;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads a file; the same reference with the same file answers as the first time. */
    Remittance take(String carrier, String reference, byte[] bytes) {
        if (bytes.length > settings.remittanceBytesMax()) {
            throw new ProblemException(
                    ErrorCode.BODY_TOO_LARGE,
                    "file: " + bytes.length + " bytes, allowed are " + settings.remittanceBytesMax());
        }
        String digest = HexFormat.of().formatHex(Secrets.sha256(bytes));
        Optional<Remittance> standing = books.findRemittance(carrier, reference);
        if (standing.isPresent()) {
            if (!standing.get().fileDigest().equals(digest)) {
                throw new ProblemException(
                        ErrorCode.IDEMPOTENCY_KEY_REUSED, "Reference " + reference + " came before with another file");
            }
            return standing.get();
        }
        CarrierTerms terms = books.findTerms(carrier).orElseGet(() -> CarrierTerms.usual(carrier));
        RemittanceRow.Reading reading = RemittanceRow.read(TableFile.read(bytes, settings.remittanceRowsMax()), terms);
        Remittance done = new Run(terms, reference, digest, clock.instant()).over(reading);
        books.keep(done);
        return books.findRemittance(carrier, reference).orElse(done);
    }

    /** One file. */
    private final class Run {
        private final CarrierTerms terms;
        private final String reference;
        private final String digest;
        private final Instant now;
        private final String holder;
        private final LedgerAccount held;
        private final LedgerAccount clearing;
        private final List<Finding> findings = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private int matched;
        private Money taken;
        private Money fees;

        Run(CarrierTerms terms, String reference, String digest, Instant now) {
            this.terms = terms;
            this.reference = reference;
            this.digest = digest;
            this.now = now;
            this.holder = CashParcel.CARRIER_PREFIX + terms.carrier();
            this.held = new LedgerAccount(LedgerAccount.Kind.COURIER_CASH, holder);
            this.clearing = new LedgerAccount(LedgerAccount.Kind.CLEARING, "carrier_" + terms.carrier());
            this.taken = Money.zero(terms.currency());
            this.fees = Money.zero(terms.currency());
        }

        Remittance over(RemittanceRow.Reading reading) {
            reading.malformed().forEach((row, why) -> find(Kind.MALFORMED, row, "", null, null, why));
            reading.rows().forEach(this::take);
            findMissing();
            return new Remittance(
                    terms.carrier(),
                    reference,
                    digest,
                    now,
                    reading.rows().size() + reading.malformed().size(),
                    matched,
                    taken,
                    fees,
                    taken.minus(fees),
                    clearing.toString(),
                    findings);
        }

        private void take(RemittanceRow row) {
            Optional<CashParcel> known = parcels.findTracked(holder, row.tracking());
            boolean before = known.isPresent()
                    && known.get().stage() == CashStage.AT_BANK
                    && !remittanceId().equals(known.get().handOver());
            if (!seen.add(row.tracking()) || before) {
                find(Kind.TWICE, row, known.map(CashParcel::amount).orElse(null), "Not counted again");
                return;
            }
            taken = taken.plus(row.amount());
            fees = fees.plus(row.fee()).plus(row.returnFee());
            Money expected = terms.expectedFee(row.amount());
            if (expected != null && row.amount().isPositive() && !expected.equals(row.fee())) {
                find(Kind.FEE_OFF, row.number(), row.tracking(), row.fee(), expected, "Another fee was agreed");
            }
            if (known.isPresent()) {
                settle(row, known.get());
            } else {
                park(row);
            }
        }

        private void settle(RemittanceRow row, CashParcel parcel) {
            Money difference = row.amount().minus(parcel.amount());
            List<Entry> entries = new ArrayList<>();
            add(entries, clearing, row.net());
            add(entries, feesAccount(), row.fee().plus(row.returnFee()));
            add(entries, held, parcel.amount().negated());
            if (difference.isNegative()) {
                add(entries, new LedgerAccount(LedgerAccount.Kind.CASH_SHORTAGE, holder), difference.negated());
                find(Kind.SHORT_PAID, row, parcel.amount(), "The company owes the rest");
            } else if (difference.isPositive()) {
                add(entries, LedgerAccount.house(LedgerAccount.Kind.SUSPENSE), difference.negated());
                find(Kind.OVER_PAID, row, parcel.amount(), "The rest waits in suspense");
            } else {
                matched++;
            }
            book("parcel:" + parcel.chargeId(), row, entries, parcel);
            custody.remitted(parcel.chargeId(), remittanceId(), now);
        }

        /** Money for a parcel whose cash nobody owes us; a row without money is only a fee. */
        private void park(RemittanceRow row) {
            List<Entry> entries = new ArrayList<>();
            add(entries, clearing, row.net());
            add(entries, feesAccount(), row.fee().plus(row.returnFee()));
            add(
                    entries,
                    LedgerAccount.house(LedgerAccount.Kind.SUSPENSE),
                    row.amount().negated());
            if (row.amount().isPositive()) {
                boolean back = books.findStatus(terms.carrier(), row.tracking())
                        .filter(Run::isBack)
                        .isPresent();
                find(back ? Kind.RETURNED_WITH_MONEY : Kind.UNKNOWN_PARCEL, row, null, "The money waits in suspense");
            } else {
                matched++;
            }
            if (entries.size() > 1) {
                book("row:" + row.tracking(), row, entries, null);
            }
        }

        private static boolean isBack(TrackingStatus status) {
            return switch (status) {
                case RETURNING, RETURNED, LOST, DAMAGED, CANCELLED -> true;
                case CREATED,
                        PICKUP_PENDING,
                        PICKED_UP,
                        IN_TRANSIT,
                        OUT_FOR_DELIVERY,
                        DELIVERY_FAILED,
                        DELIVERED,
                        READY_FOR_PICKUP,
                        ON_HOLD,
                        PARTIALLY_DELIVERED,
                        UNKNOWN -> false;
            };
        }

        private void book(String what, RemittanceRow row, List<Entry> entries, @Nullable CashParcel parcel) {
            Map<String, String> references = new java.util.TreeMap<>();
            references.put("carrier", terms.carrier());
            references.put("remittance", reference);
            references.put("tracking", row.tracking());
            if (parcel != null) {
                references.put("charge", parcel.chargeId().value());
                references.put("order", parcel.orderId());
            }
            ledger.post(new Transfer(
                    new TransferId("remitted:" + terms.carrier() + ":" + reference + ":" + what),
                    TransferKind.CASH_REMITTED,
                    now,
                    entries,
                    references));
        }

        private LedgerAccount feesAccount() {
            return new LedgerAccount(LedgerAccount.Kind.CARRIER_FEES, terms.carrier());
        }

        private void add(List<Entry> entries, LedgerAccount account, Money amount) {
            if (!amount.isZero()) {
                entries.add(new Entry(account, amount));
            }
        }

        private void findMissing() {
            Instant due = now.minus(settings.remittanceDueAfter());
            for (CashParcel parcel : parcels.list(CashStage.WITH_CARRIER, holder)) {
                if (parcel.takenAt().isBefore(due)) {
                    find(
                            Kind.MISSING,
                            null,
                            String.valueOf(parcel.tracking()),
                            null,
                            parcel.amount(),
                            "Taken at " + parcel.takenAt() + " and in no file");
                }
            }
        }

        private void find(Kind kind, RemittanceRow row, @Nullable Money ours, String detail) {
            find(kind, row.number(), row.tracking(), row.amount(), ours, detail);
        }

        private void find(
                Kind kind,
                @Nullable Integer row,
                String tracking,
                @Nullable Money file,
                @Nullable Money ours,
                String detail) {
            if (findings.size() < Remittance.FINDINGS_MAX) {
                findings.add(new Finding(kind, row, tracking, file, ours, detail));
            }
        }

        private String remittanceId() {
            return "remittance:" + terms.carrier() + ":" + reference;
        }
    }
}
