package io.giaovan.orderservice.settlement.booking;

import static io.giaovan.orderservice.packing.Wording.money;

import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.Purchase;
import io.giaovan.orderservice.settlement.SettlementSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines that an ended order makes, by the house's price list. Pure. */
public final class Fees {
    private static final int GRAMS_PER_KILOGRAM = 1_000;

    private final SettlementSettings prices;

    public Fees(SettlementSettings prices) {
        this.prices = prices;
    }

    /**
     * Lines of an order that reached its buyer, all of it or a part; what was handed back costs the price of a return.
     *
     * @param taken what our gateway holds of the buyer's money, zero when the marketplace has it
     * @param byCarrier whether a parcel company brought it
     */
    public List<StatementLine> delivered(Order order, Money taken, boolean byCarrier) {
        List<StatementLine> lines = new ArrayList<>();
        if (taken.isPositive()) {
            addSale(lines, order, taken);
        }
        lines.add(deliveryFee(order, byCarrier));
        if (order.part().isPresent()) {
            lines.add(returnFee(order, byCarrier));
        }
        if (taken.isPositive()) {
            addPaymentFees(lines, order, taken);
        }
        return lines.stream().filter(line -> !line.amount().isZero()).toList();
    }

    /** Lines of an order that came back; what was taken for it goes back to the buyer and is no line. */
    public List<StatementLine> returned(Order order, boolean byCarrier) {
        StatementLine out = deliveryFee(order, byCarrier);
        StatementLine home = returnFee(order, byCarrier);
        return List.of(out, home).stream()
                .filter(line -> !line.amount().isZero())
                .toList();
    }

    private StatementLine returnFee(Order order, boolean byCarrier) {
        Money out = deliveryFee(order, byCarrier).amount().negated();
        return new StatementLine(
                order.id(),
                LineKind.RETURN_FEE,
                share(out, prices.returnBasisPoints()).negated(),
                new Reason(
                        "Phí hoàn hàng: " + percent(prices.returnBasisPoints()) + " phí giao hàng",
                        "Return: " + percent(prices.returnBasisPoints()) + " of the delivery fee"));
    }

    private static void addSale(List<StatementLine> lines, Order order, Money taken) {
        Purchase purchase = order.purchase();
        OrderId id = order.id();
        Money goods = order.part().map(purchase::goods).orElseGet(purchase::goods);
        Money due = order.part().map(PartAccepted::due).orElseGet(purchase::total);
        lines.add(new StatementLine(id, LineKind.SALE, goods, goodsReason(order)));
        lines.add(new StatementLine(
                id,
                LineKind.DELIVERY_PAID_BY_BUYER,
                due.minus(goods),
                new Reason("Phí giao hàng người mua trả", "Delivery, paid by the buyer")));
        lines.add(new StatementLine(
                id,
                LineKind.PAYMENT_DIFFERENCE,
                taken.minus(due),
                new Reason(
                        "Đã thu " + money(taken) + " trên " + money(due),
                        money(taken) + " was taken of " + money(due))));
    }

    private static Reason goodsReason(Order order) {
        int pieces = sum(order.purchase().quantities());
        return order.part()
                .map(part -> sum(order.purchase().quantities(part)))
                .map(kept -> new Reason(
                        "Tiền hàng, giữ " + kept + " trên " + pieces + " món",
                        "Goods, " + kept + " of " + pieces + " pieces kept"))
                .orElseGet(() -> new Reason(
                        "Tiền hàng, " + pieces + " món", "Goods, " + pieces + (pieces == 1 ? " piece" : " pieces")));
    }

    private static int sum(Map<String, Integer> quantities) {
        return quantities.values().stream().mapToInt(Integer::intValue).sum();
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
