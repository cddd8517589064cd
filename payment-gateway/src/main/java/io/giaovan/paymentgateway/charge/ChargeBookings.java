package io.giaovan.paymentgateway.charge;

import static io.giaovan.paymentgateway.ledger.LedgerAccount.Kind.BANK;
import static io.giaovan.paymentgateway.ledger.LedgerAccount.Kind.BUYERS_IN_TRANSIT;
import static io.giaovan.paymentgateway.ledger.LedgerAccount.Kind.CASH_IN_CUSTODY;
import static io.giaovan.paymentgateway.ledger.LedgerAccount.Kind.CLEARING;
import static io.giaovan.paymentgateway.ledger.LedgerAccount.Kind.COURIER_CASH;
import static io.giaovan.paymentgateway.ledger.LedgerAccount.Kind.REFUNDS_IN_TRANSIT;
import static io.giaovan.paymentgateway.ledger.LedgerAccount.Kind.SELLER;
import static io.giaovan.paymentgateway.ledger.LedgerAccount.Kind.SUSPENSE;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import io.giaovan.paymentgateway.rail.Rails;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Books the movements of a charge. The movements are stored with the charge first and booked after; booking them again
 * changes nothing, so a crash in between is repaired by doing it again. Cash becomes the seller's only later, when it has
 * come far enough: until then it is in custody.
 */
@Singleton
final class ChargeBookings {
    private static final int REMEMBERED_MAX = 100_000;

    private final Ledger ledger;
    private final Rails rails;
    private final List<MovementWatch> watches;
    private final Map<String, Integer> booked = new ConcurrentHashMap<>();

    ChargeBookings(Ledger ledger, Rails rails, List<MovementWatch> watches) {
        this.ledger = ledger;
        this.rails = rails;
        this.watches = List.copyOf(watches);
    }

    /** Books what is not known to be booked yet. */
    void book(Charge charge) {
        int done = booked.getOrDefault(charge.id().value(), 0);
        List<Movement> movements = charge.movements();
        for (Movement movement : movements.subList(Math.min(done, movements.size()), movements.size())) {
            ledger.post(transfer(charge, movement));
            watches.forEach(watch -> watch.booked(charge, movement));
        }
        if (movements.size() > done) {
            if (booked.size() > REMEMBERED_MAX) {
                booked.clear();
            }
            booked.merge(charge.id().value(), movements.size(), Math::max);
        }
    }

    private Transfer transfer(Charge charge, Movement movement) {
        LedgerAccount seller = new LedgerAccount(SELLER, charge.merchantId().value());
        LedgerAccount buyers =
                new LedgerAccount(BUYERS_IN_TRANSIT, charge.merchantId().value());
        LedgerAccount suspense = LedgerAccount.house(SUSPENSE);
        LedgerAccount back = LedgerAccount.house(REFUNDS_IN_TRANSIT);
        Money amount = movement.amount();
        return switch (movement.kind()) {
            case RECEIVED ->
                transfer(charge, movement, TransferKind.PART_RECEIVED, LedgerAccount.house(BANK), buyers, amount);
            case MATCHED -> transfer(charge, movement, TransferKind.SUSPENSE_MATCHED, suspense, buyers, amount);
            case CAPTURED ->
                transfer(
                        charge,
                        movement,
                        TransferKind.CHARGE_CAPTURED,
                        source(charge, movement),
                        method(charge) == ChargeMethod.CASH
                                ? new LedgerAccount(
                                        CASH_IN_CUSTODY, charge.merchantId().value())
                                : seller,
                        amount);
            case EXCESS -> transfer(charge, movement, TransferKind.EXCESS_RECEIVED, buyers, suspense, amount);
            case PART_RELEASED -> transfer(charge, movement, TransferKind.PART_RELEASED, buyers, suspense, amount);
            case LATE -> transfer(charge, movement, TransferKind.LATE_RECEIVED, provider(charge), suspense, amount);
            case TAKEN_BACK -> transfer(charge, movement, TransferKind.TAKEN_BACK, suspense, provider(charge), amount);
            case REFUND_STARTED -> transfer(charge, movement, TransferKind.REFUND_STARTED, seller, back, amount);
            case REFUND_PAID -> transfer(charge, movement, TransferKind.REFUND_PAID, back, provider(charge), amount);
            case REFUND_FAILED -> transfer(charge, movement, TransferKind.REFUND_FAILED, back, seller, amount);
        };
    }

    private static Transfer transfer(
            Charge charge,
            Movement movement,
            TransferKind kind,
            LedgerAccount debited,
            LedgerAccount credited,
            Money amount) {
        Map<String, String> references = new TreeMap<>();
        references.put("charge", charge.id().value());
        references.put("merchant", charge.merchantId().value());
        references.put("order", charge.particulars().orderId());
        if (movement.id().contains(":")) {
            references.put("refund", movement.party());
        }
        boolean atBank = debited.equals(LedgerAccount.house(BANK)) || credited.equals(LedgerAccount.house(BANK));
        if (atBank && !movement.party().isEmpty()) {
            references.put(Transfer.BANK_REFERENCE, movement.party());
        }
        return new Transfer(
                new TransferId("charge:" + charge.id() + ":" + movement.id()),
                kind,
                movement.at(),
                List.of(Entry.debit(debited, amount), Entry.credit(credited, amount)),
                references);
    }

    /** Where captured money comes from. */
    private LedgerAccount source(Charge charge, Movement movement) {
        return switch (method(charge)) {
            case VIETQR ->
                new LedgerAccount(BUYERS_IN_TRANSIT, charge.merchantId().value());
            case CARRIER_BILLING, MOBILE_MONEY, WALLET -> provider(charge);
            case CASH -> new LedgerAccount(COURIER_CASH, movement.party());
        };
    }

    private LedgerAccount provider(Charge charge) {
        return switch (method(charge)) {
            case VIETQR -> LedgerAccount.house(BANK);
            case CARRIER_BILLING, MOBILE_MONEY, WALLET, CASH ->
                new LedgerAccount(CLEARING, chosen(charge).rail());
        };
    }

    private ChargeMethod method(Charge charge) {
        return rails.get(chosen(charge).rail()).method();
    }

    private static ChosenMethod chosen(Charge charge) {
        return Objects.requireNonNull(charge.method(), "money moved without a way to pay");
    }
}
