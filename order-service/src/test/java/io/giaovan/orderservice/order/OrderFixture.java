package io.giaovan.orderservice.order;

import io.giaovan.contracts.delivery.HoldId;
import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds orders that are right in everything a test is not about. */
public final class OrderFixture {
    public static final Instant NINE = Instant.parse("2026-11-24T02:00:00Z");
    public static final MerchantId SELLER = new MerchantId("m1");

    private String id = "o_1";
    private MerchantId merchantId = SELLER;
    private PaymentKind payment = PaymentKind.CASH;
    private @Nullable String externalId;
    private @Nullable HoldId hold = new HoldId("h_1");
    private String sku = "tea";
    private int quantity = 2;

    private OrderFixture() {}

    public static OrderFixture anOrder() {
        return new OrderFixture();
    }

    public OrderFixture id(String id) {
        this.id = id;
        return this;
    }

    public OrderFixture of(MerchantId merchantId) {
        this.merchantId = merchantId;
        return this;
    }

    public OrderFixture paidBy(PaymentKind payment) {
        this.payment = payment;
        return this;
    }

    public OrderFixture fromMarketplace(String externalId) {
        this.externalId = externalId;
        return this;
    }

    public OrderFixture withoutHold() {
        this.hold = null;
        return this;
    }

    public OrderFixture buying(int quantity, String sku) {
        this.quantity = quantity;
        this.sku = sku;
        return this;
    }

    public Order build() {
        Purchase purchase = new Purchase(
                externalId == null ? Purchase.SHOP : "chogo",
                externalId,
                List.of(new OrderLine(sku, "Trà sen", quantity, Money.vnd(120_000))),
                new Contact("Nguyễn Thị Hoa", "0901234567"),
                new Address("12 Lê Lợi", "Bến Nghé", "TP Hồ Chí Minh", "VN", new GeoPoint(10.77, 106.7)),
                payment,
                payment == PaymentKind.TELECOM ? "+84901234567" : null,
                externalId == null ? Money.vnd(20_000) : Money.vnd(0),
                new ParcelLoad(500, 2_000, 1),
                NINE);
        boolean paidFirst = payment == PaymentKind.VIETQR || payment == PaymentKind.TELECOM;
        return Order.placed(
                new OrderId(id),
                merchantId,
                purchase,
                new Promise(
                        new TimeWindow(NINE.plus(Duration.ofHours(2)), NINE.plus(Duration.ofHours(5))), hold, false),
                "token-" + id,
                paidFirst ? NINE.plus(Duration.ofMinutes(15)) : null,
                NINE);
    }

    public static ChargeView charge(Order order, ChargeStatus status) {
        Money total = order.purchase().total();
        boolean taken = status == ChargeStatus.SUCCEEDED;
        return new ChargeView(
                new ChargeId("pi_" + order.id()),
                order.id(),
                ChargeMethod.VIETQR,
                status,
                total,
                taken ? total : Money.vnd(0),
                Money.vnd(0),
                null,
                null);
    }

    public static Handover handover(Instant at) {
        return new Handover(
                at, new Proof("pr_1", ProofKind.PHOTO, "ab".repeat(32), at, null), Money.vnd(260_000), "courier-1");
    }
}
