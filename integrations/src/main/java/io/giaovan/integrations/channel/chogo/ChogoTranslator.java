package io.giaovan.integrations.channel.chogo;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.IncomingOrder;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.place.Contact;
import io.giaovan.contracts.time.TimeWindow;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the marketplace's order into ours. What is missing or wrong is an IllegalArgumentException naming the field. */
@Singleton
final class ChogoTranslator {
    private final ChogoAddressTranslator addresses;

    ChogoTranslator(ChogoAddressTranslator addresses) {
        this.addresses = addresses;
    }

    IncomingOrder translate(MerchantId merchantId, ChogoWire.Order order) {
        ChogoWire.Recipient recipient = given(order.recipientAddress(), "recipient_address");
        String currency = order.currency() == null ? Money.VND : order.currency();
        return new IncomingOrder(
                "chogo",
                order.orderSn(),
                merchantId,
                given(order.itemList(), "item_list").stream()
                        .map(item -> line(item, currency))
                        .toList(),
                new Contact(
                        given(recipient.name(), "recipient_address.name"),
                        international(given(recipient.phone(), "recipient_address.phone"))),
                addresses.translate(recipient),
                order.cod() ? PaymentKind.CASH : PaymentKind.MARKETPLACE,
                window(order.deliveryWindow()),
                Instant.ofEpochSecond(order.createTime()));
    }

    /** Variants have a stock-keeping unit of their own; articles without variants have one for the article. */
    private static OrderLine line(ChogoWire.Item item, String currency) {
        String variant = item.modelSku();
        return new OrderLine(
                variant != null && !variant.isBlank() ? variant : given(item.itemSku(), "item_list.item_sku"),
                given(item.itemName(), "item_list.item_name"),
                item.modelQuantityPurchased(),
                money(given(item.modelDiscountedPrice(), "item_list.model_discounted_price"), currency));
    }

    /** Prices come as decimals in major units; the đồng has none behind the point. */
    private static Money money(BigDecimal price, String currency) {
        int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        try {
            return new Money(
                    price.movePointRight(decimals)
                            .setScale(0, RoundingMode.UNNECESSARY)
                            .longValueExact(),
                    currency);
        } catch (ArithmeticException broken) {
            throw new IllegalArgumentException(
                    "item_list.model_discounted_price: " + price.toPlainString() + " is not an amount of " + currency,
                    broken);
        }
    }

    /** The marketplace writes 84912345678 for +84912345678. */
    private static String international(String phone) {
        return phone.matches("84[0-9]{9}") ? "+" + phone : phone;
    }

    private static @Nullable TimeWindow window(ChogoWire.@Nullable DeliveryWindow window) {
        return window == null
                ? null
                : new TimeWindow(Instant.ofEpochSecond(window.startTime()), Instant.ofEpochSecond(window.endTime()));
    }

    static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + ": must be given");
        }
        if (value instanceof List<?> list && list.isEmpty()) {
            throw new IllegalArgumentException(field + ": is empty");
        }
        return value;
    }
}
