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

/** How amounts, times and places read to people, on paper and on screens, the Vietnamese way and in its time. */
public final class Wording {
    private static final ZoneId ZONE = ServiceDay.VIETNAM;
    private static final Locale LOCALE = Locale.forLanguageTag("vi-VN");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZONE);
    private static final DateTimeFormatter SHORT_DAY =
            DateTimeFormatter.ofPattern("dd/MM").withZone(ZONE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);

    private Wording() {}

    /** For instance {@code 250.000 ₫}. */
    public static String money(Money money) {
        int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        String amount = String.format(LOCALE, "%,." + digits + "f", money.amount() / Math.pow(10, digits));
        return amount + (money.currency().equals(Money.VND) ? " ₫" : " " + money.currency());
    }

    /** For instance {@code 24/11/2026 09:00–12:00}. */
    public static String window(TimeWindow window) {
        return day(window.start()) + " " + hours(window);
    }

    /** For instance {@code 24/11 09:00–12:00}. */
    public static String shortWindow(TimeWindow window) {
        return SHORT_DAY.format(window.start()) + " " + hours(window);
    }

    /** For instance {@code 09:00–12:00}. */
    public static String hours(TimeWindow window) {
        return time(window.start()) + "–" + time(window.end());
    }

    /** For instance {@code 24/11/2026}. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** For instance {@code 09:32}. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** For instance {@code 24/11/2026 09:32}. */
    public static String moment(Instant instant) {
        return day(instant) + " " + time(instant);
    }

    /** For instance {@code 24/11 09:32}. */
    public static String shortMoment(Instant instant) {
        return SHORT_DAY.format(instant) + " " + time(instant);
    }

    /** The address on one line. */
    static String address(Address address) {
        return Stream.of(address.line(), address.ward(), address.province())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** For instance {@code 1,25 kg}. */
    public static String weight(int grams) {
        return String.format(LOCALE, "%.2f kg", grams / 1000.0);
    }
}
