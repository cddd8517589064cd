package io.giaovan.paymentgateway.rail;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.payment.CaptureMode;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeRequest;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.RefundRequest;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.TransferId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One merchant of a gateway and the buyers of his orders. */
public final class TestBuyer {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestGateway gateway;
    private final MerchantId merchant = new MerchantId("shop-" + COUNT.incrementAndGet());

    public TestBuyer(TestGateway gateway) {
        this.gateway = gateway;
    }

    public MerchantId merchant() {
        return merchant;
    }

    public ChargeView pays(ChargeMethod method, long dong, @Nullable String phone) {
        return pays(method, CaptureMode.AUTOMATIC, dong, phone);
    }

    public ChargeView pays(ChargeMethod method, CaptureMode capture, long dong, @Nullable String phone) {
        String key = "key-" + COUNT.incrementAndGet();
        return gateway.desk()
                .open(new ChargeRequest(
                        key,
                        merchant,
                        new OrderId("o-" + key),
                        Money.vnd(dong),
                        method,
                        capture,
                        phone,
                        gateway.now().plus(Duration.ofMinutes(30))));
    }

    public ChargeView now(ChargeView charge) {
        return gateway.desk().find(merchant, charge.id()).orElseThrow();
    }

    public ChargeView refunds(ChargeView charge, String key, long dong) {
        return gateway.desk()
                .refund(merchant, charge.id(), new RefundRequest(key, Money.vnd(dong), "requested_by_customer"));
    }

    public void awaits(ChargeView charge, ChargeStatus status) {
        TestGateway.await(
                () -> now(charge).status() == status, () -> charge.id() + " " + status + " but " + now(charge));
        if (status == ChargeStatus.SUCCEEDED) {
            // A charge is stored first and booked after.
            TransferId booked = new TransferId("charge:" + charge.id() + ":captured");
            TestGateway.await(() -> gateway.ledger().find(booked).isPresent(), () -> "the booking " + booked);
        }
    }

    public Money balance() {
        return balance(new LedgerAccount(Kind.SELLER, merchant.value()));
    }

    public Money balance(LedgerAccount account) {
        return gateway.ledger().balance(account, Money.VND);
    }

    public Money clearing(String rail) {
        return balance(new LedgerAccount(Kind.CLEARING, rail));
    }

    public Money suspense() {
        return balance(LedgerAccount.house(Kind.SUSPENSE));
    }
}
