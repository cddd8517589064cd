package io.giaovan.paymentgateway;

import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.delivery.ShiftEvent;
import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.store.outbox.AggregateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Opens, takes and counts money at a test gateway, for one merchant. */
public final class Till {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestGateway gateway;
    private final MerchantId merchant;

    public Till(TestGateway gateway, String merchant) {
        this.gateway = gateway;
        this.merchant = new MerchantId(merchant);
    }

    public MerchantId merchant() {
        return merchant;
    }

    public ChargeRequest request(ChargeMethod method, CaptureMode capture, long dong, @Nullable String phone) {
        int number = COUNT.incrementAndGet();
        return new ChargeRequest(
                "key-" + number,
                merchant,
                new OrderId("o-" + number),
                Money.vnd(dong),
                method,
                capture,
                phone,
                gateway.now().plus(Duration.ofMinutes(30)));
    }

    public ChargeView open(ChargeMethod method, CaptureMode capture, long dong, @Nullable String phone) {
        return gateway.desk().open(request(method, capture, dong, phone));
    }

    /** A parcel to be paid at the door, paid there. */
    public ChargeId cashTaken(long dong, String holder, String proof) {
        ChargeView open = open(ChargeMethod.CASH, CaptureMode.ON_PROOF, dong, null);
        gateway.desk().capture(merchant, open.id(), new CaptureRequest(Money.vnd(dong), proof(proof), holder));
        return open.id();
    }

    public Proof proof(String id) {
        return new Proof(id, ProofKind.CODE, "00", gateway.now(), null);
    }

    /** A depot counts what a courier hands over now. */
    public void handOver(String shift, String courier, String depot, long dong) {
        Instant now = gateway.now();
        gateway.bean(AggregateWriter.class)
                .insert(
                        "test_shifts",
                        new Document("_id", shift),
                        List.of(new Event(
                                shift + "-1",
                                "/routing-engine",
                                EventType.SHIFT_CHANGED,
                                shift,
                                1,
                                now,
                                new ShiftEvent(shift, courier, depot, Money.vnd(dong), now))));
        gateway.awaitQuiet();
    }

    /** The seller's balance, in đồng. */
    public long owed() {
        return balance(Kind.SELLER, merchant.value());
    }

    /** What will be the seller's, in đồng. */
    public long inCustody() {
        return balance(Kind.CASH_IN_CUSTODY, merchant.value());
    }

    public long balance(Kind kind, String owner) {
        return gateway.ledger()
                .balance(new LedgerAccount(kind, owner), Money.VND)
                .amount();
    }
}
