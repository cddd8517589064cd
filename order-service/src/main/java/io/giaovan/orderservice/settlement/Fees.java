package io.giaovan.orderservice.settlement;

import static io.giaovan.orderservice.packing.Wording.money;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.Purchase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The lines that an ended order makes, by the house's price list. Pure. */
final class Fees {
    private static final int GRAMS_PER_KILOGRAM = 1_000;

    private final SettlementSettings prices;

    Fees(SettlementSettings prices) {
        this.prices = prices;
    }

    /**
     * Lines of an order that reached its buyer.
     *
     * @param taken what our gateway holds of the buyer's money, zero when the marketplace has it
     * @param byCarrier whether a parcel company brought it
     */
    List<StatementLine> delivered(Order order, Money taken, boolean byCarrier) {
        List<StatementLine> lines = new ArrayList<>();
        if (taken.isPositive()) {
            addSale(lines, order, taken);
        }
        lines.add(deliveryFee(order, byCarrier));
        if (taken.isPositive()) {
            addPaymentFees(lines, order, taken);
        }
        return lines.stream().filter(line -> !line.amount().isZero()).toList();
    }

    /** Lines of an order that came back; what was taken for it goes back to the buyer and is no line. */
    List<StatementLine> returned(Order order, boolean byCarrier) {
        StatementLine out = deliveryFee(order, byCarrier);
        Money back = share(out.amount().negated(), prices.returnBasisPoints());
        StatementLine home = new StatementLine(
                order.id(),
                LineKind.RETURN_FEE,
                back.negated(),
                new Reason(
                        "Phí hoàn hàng: " + percent(prices.returnBasisPoints()) + " phí giao hàng",
                        "Return: " + percent(prices.returnBasisPoints()) + " of the delivery fee"));
        return List.of(out, home).stream()
                .filter(line -> !line.amount().isZero())
                .toList();
    }

    private static void addSale(List<StatementLine> lines, Order order, Money taken) {
        Purchase purchase = order.purchase();
        OrderId id = order.id();
        int pieces = purchase.quantities().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        lines.add(new StatementLine(
                id,
                LineKind.SALE,
                purchase.goods(),
                new Reason(
                        "Tiền hàng, " + pieces + " món", "Goods, " + pieces + (pieces == 1 ? " piece" : " pieces"))));
        lines.add(new StatementLine(
                id,
                LineKind.DELIVERY_PAID_BY_BUYER,
                purchase.deliveryFee(),
                new Reason("Phí giao hàng người mua trả", "Delivery, paid by the buyer")));
        lines.add(new StatementLine(
                id,
                LineKind.PAYMENT_DIFFERENCE,
                taken.minus(purchase.total()),
                new Reason(
                        "Đã thu " + money(taken) + " trên " + money(purchase.total()),
                        money(taken) + " was taken of " + money(purchase.total()))));
    }

    private StatementLine deliveryFee(Order order, boolean byCarrier) {
        int grams = order.purchase().load().grams();
        long first = byCarrier ? prices.carrierFee() : prices.deliveryFee();
        int covered = byCarrier ? prices.carrierGrams() : prices.deliveryGrams();
        long perKilogram = byCarrier ? prices.carrierKilogramFee() : prices.deliveryKilogramFee();
        int further = Math.ceilDiv(Math.max(0, grams - covered), GRAMS_PER_KILOGRAM);
        Money fee = new Money(
                first + perKilogram * further, order.purchase().total().currency());
        return new StatementLine(
                order.id(),
                LineKind.DELIVERY_FEE,
                fee.negated(),
                new Reason(
                        (byCarrier ? "Phí giao qua hãng vận chuyển, " : "Phí giao hàng, ") + grams + " g",
                        (byCarrier ? "Delivery by a parcel company, " : "Delivery, ") + grams + " g"));
    }

    private void addPaymentFees(List<StatementLine> lines, Order order, Money taken) {
        switch (order.purchase().payment()) {
            case VIETQR ->
                lines.add(payment(
                        order.id(), "VietQR", "VietQR", taken, prices.vietqrBasisPoints(), prices.vietqrFixed()));
            case TELECOM ->
                lines.add(payment(
                        order.id(),
                        "tài khoản điện thoại",
                        "phone account",
                        taken,
                        prices.telecomBasisPoints(),
                        prices.telecomFixed()));
            case CASH -> {
                lines.add(payment(order.id(), "tiền mặt", "cash", taken, prices.cashBasisPoints(), prices.cashFixed()));
                String terms = terms(taken, prices.cashOnDeliveryBasisPoints(), prices.cashOnDeliveryFixed());
                lines.add(new StatementLine(
                        order.id(),
                        LineKind.CASH_ON_DELIVERY_FEE,
                        fee(taken, prices.cashOnDeliveryBasisPoints(), prices.cashOnDeliveryFixed()),
                        new Reason("Phí thu hộ (COD): " + terms, "Cash on delivery: " + terms)));
            }
            case MARKETPLACE ->
                throw new IllegalArgumentException("payment: is " + PaymentKind.MARKETPLACE + ", yet money was taken");
        }
    }

    private static StatementLine payment(
            OrderId orderId, String vietnamese, String english, Money taken, int basisPoints, long fixed) {
        String terms = terms(taken, basisPoints, fixed);
        return new StatementLine(
                orderId,
                LineKind.PAYMENT_FEE,
                fee(taken, basisPoints, fixed),
                new Reason("Phí thanh toán " + vietnamese + ": " + terms, "Payment by " + english + ": " + terms));
    }

    private static Money fee(Money taken, int basisPoints, long fixed) {
        return share(taken, basisPoints)
                .plus(new Money(fixed, taken.currency()))
                .negated();
    }

    private static String terms(Money taken, int basisPoints, long fixed) {
        String share = percent(basisPoints) + " × " + money(taken);
        return fixed == 0 ? share : share + " + " + money(new Money(fixed, taken.currency()));
    }

    /** The share of an amount that is not negative, to the nearest minor unit, halves up. */
    static Money share(Money amount, int basisPoints) {
        return new Money(
                BigDecimal.valueOf(amount.amount())
                        .multiply(BigDecimal.valueOf(basisPoints))
                        .movePointLeft(4)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                amount.currency());
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
    }
}
