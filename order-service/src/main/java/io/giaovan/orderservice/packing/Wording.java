package io.giaovan.orderservice.packing;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.contracts.time.TimeWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How amounts, times and places read on paper, the Vietnamese way. */
final class Wording {
    private static final ZoneId ZONE = ServiceDay.VIETNAM;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZONE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);

    private Wording() {}

    /** For instance {@code 250.000 ₫}. */
    static String money(Money money) {
        int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        String amount = String.format(
                Locale.forLanguageTag("vi-VN"), "%,." + digits + "f", money.amount() / Math.pow(10, digits));
        return amount + (money.currency().equals(Money.VND) ? " ₫" : " " + money.currency());
    }

    /** For instance {@code 24/11/2026 09:00–12:00}. */
    static String window(TimeWindow window) {
        return day(window.start()) + " " + TIME.format(window.start()) + "–" + TIME.format(window.end());
    }

    static String day(Instant instant) {
        return DAY.format(instant);
    }

    static String moment(Instant instant) {
        return DAY.format(instant) + " " + TIME.format(instant);
    }

    /** The address on one line. */
    static String address(Address address) {
        return Stream.of(address.line(), address.ward(), address.province())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** For instance {@code 1,25 kg}. */
    static String weight(int grams) {
        return String.format(Locale.forLanguageTag("vi-VN"), "%.2f kg", grams / 1000.0);
    }
}
