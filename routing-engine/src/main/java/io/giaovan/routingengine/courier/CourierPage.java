package io.giaovan.routingengine.courier;

import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.edge.page.Language;
import io.giaovan.routingengine.dispatch.route.StopProgress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The courier's app in words for its templates.
 *
 * @param courier name
 * @param now local time
 * @param onShift whether a shift is open
 * @param hasRoute whether there is a route to drive
 * @param underWay whether the route has left the depot
 * @param departs planned departure of a route that has not left
 * @param parcels parcels to load
 * @param cashAhead cash still to be collected
 * @param next the stop to make now, null when there is none
 * @param stops all stops of the route
 * @param done stops that are over
 * @param total stops of the route
 * @param trouble what was refused last, or empty
 * @param form which form is open: empty, {@code deliver}, {@code keep}, {@code fail} or {@code end}
 * @param kept what the buyer keeps of the parcel, once it is said, else null
 */
public record CourierPage(
        String courier,
        String now,
        boolean onShift,
        boolean hasRoute,
        boolean underWay,
        String departs,
        int parcels,
        String cashAhead,
        @Nullable Card next,
        List<Row> stops,
        int done,
        int total,
        String trouble,
        String form,
        @Nullable Kept kept) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /** The stop to make now. */
    public record Card(
            String stopId,
            int number,
            String line,
            String area,
            String name,
            String phone,
            String window,
            String eta,
            boolean late,
            boolean arrived,
            String code,
            int pieces,
            long cash,
            String cashText,
            String geo,
            List<Item> choice) {}

    /** One line of a parcel of which the buyer may keep a part. */
    public record Item(int line, String name, int quantity, String price) {}

    /**
     * What the buyer keeps.
     *
     * @param field lines and pieces as the form sends them on, for instance {@code 1:2,2:0}
     * @param pieces how many altogether
     * @param cash what is to be collected in đồng, 0 when nothing is
     * @param due the same for people
     */
    public record Kept(String field, int pieces, long cash, String due) {}

    /** One stop in the list. */
    public record Row(
            int number,
            String line,
            String window,
            String eta,
            boolean late,
            String cash,
            String status,
            String chip) {}

    /** One reason for which an attempt can fail. */
    public record FailureChoice(String value, String text) {}

    static CourierPage of(
            String courier,
            Instant now,
            ZoneId zone,
            boolean onShift,
            RouteAnswer route,
            String trouble,
            String form,
            @Nullable Kept kept,
            Language language) {
        List<Row> rows = new ArrayList<>();
        long cashAhead = 0;
        int done = 0;
        for (RouteAnswer.StopAnswer stop : route.stops()) {
            rows.add(row(stop, zone, language));
            boolean over = StopProgress.valueOf(stop.status()).isOver();
            done += over ? 1 : 0;
            cashAhead += over ? 0 : stop.cashToCollect().amount();
        }
        Optional<RouteAnswer.StopAnswer> next = route.stops().stream()
                .filter(stop -> stop.status().equals("ARRIVED"))
                .findFirst()
                .or(() -> route.stops().stream()
                        .filter(stop -> stop.status().equals("WAITING"))
                        .findFirst());
        Instant departs = route.departAt();
        return new CourierPage(
                courier,
                hour(now, zone),
                onShift,
                route.routeId() != null,
                "UNDER_WAY".equals(route.status()),
                departs == null ? "" : hour(departs, zone),
                route.stops().stream().mapToInt(RouteAnswer.StopAnswer::pieces).sum(),
                dong(cashAhead),
                next.map(stop -> card(stop, zone)).orElse(null),
                rows,
                done,
                route.stops().size(),
                trouble,
                form,
                kept);
    }

    static List<FailureChoice> failures(Language language) {
        List<FailureChoice> choices = new ArrayList<>();
        for (FailureReason reason : FailureReason.values()) {
            choices.add(new FailureChoice(reason.name(), text(reason, language)));
        }
        return choices;
    }

    private static Card card(RouteAnswer.StopAnswer stop, ZoneId zone) {
        Address address = stop.address();
        GeoPoint point = address.point();
        return new Card(
                stop.stopId(),
                stop.sequence(),
                address.line(),
                address.ward() + (address.ward().isEmpty() ? "" : ", ") + address.province(),
                stop.recipientName(),
                stop.maskedPhone(),
                window(stop, zone),
                hour(stop.eta(), zone),
                stop.late(),
                stop.status().equals("ARRIVED"),
                stop.parcelCode(),
                stop.pieces(),
                stop.cashToCollect().amount(),
                money(stop.cashToCollect()),
                point == null
                        ? ""
                        : String.format(Locale.ROOT, "geo:%1$.6f,%2$.6f?q=%1$.6f,%2$.6f", point.lat(), point.lon()),
                items(stop));
    }

    private static List<Item> items(RouteAnswer.StopAnswer stop) {
        List<RouteAnswer.ItemAnswer> choice = stop.choice();
        return choice == null
                ? List.of()
                : choice.stream()
                        .map(item -> new Item(item.line(), item.name(), item.quantity(), money(item.unitPrice())))
                        .toList();
    }

    private static Row row(RouteAnswer.StopAnswer stop, ZoneId zone, Language language) {
        StopProgress progress = StopProgress.valueOf(stop.status());
        return new Row(
                stop.sequence(),
                stop.address().line(),
                window(stop, zone),
                hour(stop.eta(), zone),
                stop.late(),
                stop.cashToCollect().isZero() ? "" : money(stop.cashToCollect()),
                switch (progress) {
                    case WAITING -> language.of("Chờ", "Ahead");
                    case ARRIVED -> language.of("Đang ở đây", "Here");
                    case DELIVERED -> language.of("Đã giao", "Delivered");
                    case FAILED -> language.of("Không giao được", "Failed");
                    case DROPPED -> language.of("Bỏ", "Dropped");
                },
                switch (progress) {
                    case WAITING, DROPPED -> "plain";
                    case ARRIVED -> "warn";
                    case DELIVERED -> "";
                    case FAILED -> "bad";
                });
    }

    private static String text(FailureReason reason, Language language) {
        return switch (reason) {
            case NOT_HOME -> language.of("Không có người nhận", "Nobody home");
            case REFUSED -> language.of("Khách từ chối", "Refused");
            case WRONG_ADDRESS -> language.of("Sai địa chỉ", "Wrong address");
            case UNREACHABLE_PHONE -> language.of("Không gọi được", "Phone not answered");
            case AREA_CLOSED -> language.of("Khu vực bị chặn", "Area closed");
            case DAMAGED -> language.of("Hàng hư hỏng", "Damaged");
            case CANNOT_PAY -> language.of("Khách không trả được tiền", "Cannot pay");
            case OUT_OF_TIME -> language.of("Hết giờ", "Out of time");
        };
    }

    static String money(Money money) {
        return money.currency().equals(Money.VND) ? dong(money.amount()) : money.amount() + " " + money.currency();
    }

    private static String dong(long amount) {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', '.') + " ₫";
    }

    private static String window(RouteAnswer.StopAnswer stop, ZoneId zone) {
        return hour(stop.window().start(), zone) + "–" + hour(stop.window().end(), zone);
    }

    private static String hour(Instant instant, ZoneId zone) {
        return HOUR.format(instant.atZone(zone));
    }
}
