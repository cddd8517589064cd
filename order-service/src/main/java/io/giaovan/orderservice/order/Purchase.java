package io.giaovan.orderservice.order;

import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.ParcelLoad;
import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was bought, by whom and on which terms; it never changes.
 *
 * @param channel the marketplace, or {@value #SHOP} for the seller's own shop
 * @param externalId the marketplace's order number, null for the seller's own shop
 * @param lines 1 to 100 articles, all in one currency
 * @param buyer whom to ask for; personal
 * @param address where to; personal
 * @param payment how the buyer pays
 * @param phone the phone account to charge, for TELECOM, else null; personal
 * @param deliveryFee what the buyer pays for the delivery, not negative
 * @param load what the parcel takes up
 * @param placedAt when the buyer placed it
 */
public record Purchase(
        String channel,
        @Nullable String externalId,
        List<OrderLine> lines,
        Contact buyer,
        Address address,
        PaymentKind payment,
        @Nullable String phone,
        Money deliveryFee,
        ParcelLoad load,
        Instant placedAt) {
    public static final String SHOP = "shop";

    public Purchase {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines: 0 lines, allowed are 1 to 100");
        }
        for (OrderLine line : lines) {
            if (!line.unitPrice().currency().equals(deliveryFee.currency())) {
                throw new IllegalArgumentException(
                        "lines.unitPrice: " + line.unitPrice().currency() + " differs from the currency "
                                + deliveryFee.currency() + " of the order");
            }
        }
    }

    /** The price of the goods. */
    public Money goods() {
        return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    }

    /** What the buyer pays: goods and delivery. */
    public Money total() {
        return goods().plus(deliveryFee);
    }

    /** Pieces per sku. */
    public Map<String, Integer> quantities() {
        Map<String, Integer> quantities = new TreeMap<>();
        lines.forEach(line -> quantities.merge(line.sku(), line.quantity(), Integer::sum));
        return quantities;
    }

    /** The price of the goods that the buyer kept. */
    public Money goods(PartAccepted part) {
        Money goods = Money.zero(deliveryFee.currency());
        for (KeptItem item : part.kept()) {
            goods = goods.plus(lines.get(item.line() - 1).unitPrice().times(item.quantity()));
        }
        return goods;
    }

    /** Pieces per sku that the buyer kept; a sku of which nothing was kept is not there. */
    public Map<String, Integer> quantities(PartAccepted part) {
        Map<String, Integer> kept = new TreeMap<>();
        for (KeptItem item : part.kept()) {
            if (item.quantity() > 0) {
                kept.merge(lines.get(item.line() - 1).sku(), item.quantity(), Integer::sum);
            }
        }
        return kept;
    }

    /** Pieces per sku that were handed back; a sku that was kept whole is not there. */
    public Map<String, Integer> handedBack(PartAccepted part) {
        Map<String, Integer> back = new TreeMap<>(quantities());
        quantities(part).forEach((sku, kept) -> back.computeIfPresent(sku, (_, all) -> all - kept));
        back.values().removeIf(left -> left == 0);
        return back;
    }

    public boolean fromMarketplace() {
        return externalId != null;
    }

    /** Whether the money goes through our gateway. */
    public boolean chargedByUs() {
        return payment != PaymentKind.MARKETPLACE && total().isPositive();
    }

    /** Keeps the buyer out of logs. */
    @Override
    public String toString() {
        return "Purchase[" + channel + ", " + lines.size() + " lines, " + payment + "]";
    }
}
