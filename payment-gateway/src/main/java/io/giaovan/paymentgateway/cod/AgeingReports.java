package io.giaovan.paymentgateway.cod;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.cod.custody.CashParcel;
import io.giaovan.paymentgateway.cod.custody.CashParcels;
import io.giaovan.paymentgateway.cod.custody.CashStage;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the ageing report together from the parcels and the ledger. */
@Singleton
final class AgeingReports {
    private static final int READ_MAX = 50_000;

    private final CashParcels parcels;
    private final Ledger ledger;
    private final Clock clock;

    AgeingReports(CashParcels parcels, Ledger ledger, Clock clock) {
        this.parcels = parcels;
        this.ledger = ledger;
        this.clock = clock;
    }

    AgeingReport now() {
        Instant at = clock.instant();
        List<CashParcel> held = new ArrayList<>();
        for (CashStage stage : CashStage.values()) {
            if (stage.isHeld()) {
                held.addAll(parcels.list(stage, READ_MAX));
            }
        }
        held.sort(Comparator.comparing(CashParcel::since)
                .thenComparing(parcel -> parcel.chargeId().value()));
        record Place(CashStage stage, String holder, String currency) {}
        Map<Place, List<CashParcel>> byPlace = new LinkedHashMap<>();
        for (CashParcel parcel : held) {
            byPlace.computeIfAbsent(
                            new Place(
                                    parcel.stage(),
                                    parcel.place(),
                                    parcel.amount().currency()),
                            _ -> new ArrayList<>())
                    .add(parcel);
        }
        List<AgeingReport.Holder> holders = new ArrayList<>();
        byPlace.forEach((place, theirs) -> holders.add(holder(place.stage(), place.holder(), theirs, at)));
        return new AgeingReport(
                at,
                holders,
                held.stream()
                        .limit(AgeingReport.PARCELS_MAX)
                        .map(AgeingReport.HeldParcel::of)
                        .toList(),
                differences(Kind.CASH_SHORTAGE),
                differences(Kind.CASH_OVERAGE));
    }

    private AgeingReport.Holder holder(CashStage stage, String holder, List<CashParcel> theirs, Instant at) {
        String currency = theirs.getFirst().amount().currency();
        Money[] byAge = new Money[AgeingReport.ages()];
        java.util.Arrays.fill(byAge, Money.zero(currency));
        Money amount = Money.zero(currency);
        for (CashParcel parcel : theirs) {
            int age = AgeingReport.age(parcel.since(), at);
            byAge[age] = byAge[age].plus(parcel.amount());
            amount = amount.plus(parcel.amount());
        }
        Kind kind = stage == CashStage.AT_DEPOT ? Kind.DEPOT_CASH : Kind.COURIER_CASH;
        return new AgeingReport.Holder(
                stage,
                holder,
                theirs.size(),
                amount,
                ledger.balance(new LedgerAccount(kind, holder), currency),
                theirs.getFirst().since(),
                List.of(byAge));
    }

    private List<AgeingReport.Difference> differences(Kind kind) {
        return ledger.balances(kind).entrySet().stream()
                .flatMap(account -> account.getValue().stream()
                        .filter(amount -> !amount.isZero())
                        .map(amount ->
                                new AgeingReport.Difference(account.getKey().owner(), amount)))
                .toList();
    }
}
