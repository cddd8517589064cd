package io.giaovan.orderservice.settlement.booking;

import static io.giaovan.orderservice.order.OrderFixture.NINE;
import static io.giaovan.orderservice.order.OrderFixture.anOrder;
import static io.giaovan.orderservice.settlement.EndedOrders.delivered;
import static io.giaovan.orderservice.settlement.EndedOrders.deliveredInPart;
import static io.giaovan.orderservice.settlement.EndedOrders.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.Purchase;
import io.giaovan.orderservice.settlement.SettlementFixture;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeesTest {
    private final Fees fees = new Fees(SettlementFixture.settings());

    @Test
    void aTransferMakesSaleDeliveryAndTwoFees() {
        Order order = delivered(anOrder().paidBy(PaymentKind.VIETQR).build(), null, NINE);

        assertThat(amounts(fees.delivered(order, Money.vnd(260_000), false)))
                .isEqualTo(Map.of(
                        LineKind.SALE, 240_000L,
                        LineKind.DELIVERY_PAID_BY_BUYER, 20_000L,
                        LineKind.DELIVERY_FEE, -15_000L,
                        LineKind.PAYMENT_FEE, -1_300L));
    }

    @Test
    void cashAlsoCostsTheCollecting() {
        Order order = delivered(anOrder().paidBy(PaymentKind.CASH).build(), null, NINE);

        List<StatementLine> lines = fees.delivered(order, Money.vnd(260_000), false);

        assertThat(amounts(lines)).containsEntry(LineKind.CASH_ON_DELIVERY_FEE, -4_080L);
        assertThat(lines.getLast().reason().english()).isEqualTo("Cash on delivery: 0.8% × 260.000 ₫ + 2.000 ₫");
        assertThat(lines.getLast().reason().vietnamese()).isEqualTo("Phí thu hộ (COD): 0.8% × 260.000 ₫ + 2.000 ₫");
    }

    @Test
    void ofAnOrderKeptInPartOnlyThePartIsSoldAndTheRestCostsItsWayHome() {
        Order order = deliveredInPart(anOrder().paidBy(PaymentKind.VIETQR).build(), 1, 145_000, null, NINE);

        List<StatementLine> lines = fees.delivered(order, Money.vnd(145_000), false);

        assertThat(amounts(lines))
                .containsEntry(LineKind.SALE, 120_000L)
                .containsEntry(LineKind.DELIVERY_PAID_BY_BUYER, 25_000L)
                .containsEntry(LineKind.RETURN_FEE, -7_500L)
                .doesNotContainKey(LineKind.PAYMENT_DIFFERENCE);
        assertThat(lines.getFirst().reason().english()).isEqualTo("Goods, 1 of 2 pieces kept");
    }

    @Test
    void whatWasTakenCountsAndNotThePrice() {
        Order order = delivered(anOrder().paidBy(PaymentKind.CASH).build(), null, NINE);

        Map<LineKind, Long> amounts = amounts(fees.delivered(order, Money.vnd(200_000), false));

        assertThat(amounts).containsEntry(LineKind.PAYMENT_DIFFERENCE, -60_000L);
        assertThat(amounts.get(LineKind.SALE)
                        + amounts.get(LineKind.DELIVERY_PAID_BY_BUYER)
                        + amounts.get(LineKind.PAYMENT_DIFFERENCE))
                .isEqualTo(200_000L);
    }

    @Test
    void ofAMarketplacesOrderOnlyTheDeliveryIsBooked() {
        Order order = delivered(
                anOrder()
                        .paidBy(PaymentKind.MARKETPLACE)
                        .fromMarketplace("CG-1")
                        .build(),
                null,
                NINE);

        assertThat(amounts(fees.delivered(order, Money.vnd(0), false)))
                .isEqualTo(Map.of(LineKind.DELIVERY_FEE, -15_000L));
    }

    @Test
    void anOrderThatCameBackCostsTheWayOutAndHalfOfItHome() {
        Order order = returned(anOrder().paidBy(PaymentKind.VIETQR).build(), null, NINE);

        assertThat(amounts(fees.returned(order, false)))
                .isEqualTo(Map.of(LineKind.DELIVERY_FEE, -15_000L, LineKind.RETURN_FEE, -7_500L));
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, -15000",
        "2000, false, -15000",
        "2001, false, -20000",
        "3000, false, -20000",
        "3001, false, -25000",
        "1000, true, -30000",
        "1001, true, -36000"
    })
    void everyFurtherKilogramBegunCosts(int grams, boolean byCarrier, long fee) {
        Order light = anOrder()
                .paidBy(PaymentKind.MARKETPLACE)
                .fromMarketplace("CG-1")
                .build();
        Purchase bought = light.purchase();
        Purchase heavy = new Purchase(
                bought.channel(),
                bought.externalId(),
                bought.lines(),
                bought.buyer(),
                bought.address(),
                bought.payment(),
                null,
                bought.deliveryFee(),
                new ParcelLoad(grams, 2_000, 1),
                NINE);
        Order order = new Order(
                light.id(),
                light.merchantId(),
                heavy,
                light.promise(),
                light.trackingToken(),
                light.state(),
                null,
                false,
                light.timeline(),
                List.of(),
                0,
                1);

        assertThat(amounts(fees.delivered(order, Money.vnd(0), byCarrier)))
                .isEqualTo(Map.of(LineKind.DELIVERY_FEE, fee));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 50, 1",
        "99, 50, 0",
        "300, 50, 2",
        "299, 50, 1",
        "0, 10000, 0",
        "1000000000000000, 10000, 1000000000000000"
    })
    void aShareIsRoundedToTheNearestDongHalvesUp(long amount, int basisPoints, long share) {
        assertThat(Fees.share(Money.vnd(amount), basisPoints)).isEqualTo(Money.vnd(share));
    }

    @Test
    void aFeeNeverGivesTheSellerMoney() {
        Reason reason = new Reason("Phí", "Fee");

        assertThatThrownBy(() -> new StatementLine(null, LineKind.DELIVERY_FEE, Money.vnd(1), reason))
                .hasMessageContaining("amount: 1 of a DELIVERY_FEE is above 0");
    }

    private static Map<LineKind, Long> amounts(List<StatementLine> lines) {
        return lines.stream()
                .collect(Collectors.toMap(
                        StatementLine::kind, line -> line.amount().amount()));
    }
}
