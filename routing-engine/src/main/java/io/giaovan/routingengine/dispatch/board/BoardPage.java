package io.giaovan.routingengine.dispatch.board;

import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.edge.page.Language;
import io.giaovan.routingengine.dispatch.RouteId;
import io.giaovan.routingengine.dispatch.route.StopProgress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The board in words for its templates.
 *
 * @param depot the depot's id
 * @param name its name
 * @param now local time
 * @param routes live routes
 * @param waiting parcels on no route
 * @param waitingMore how many more there are than shown
 * @param planId the newest plan, or empty
 * @param planStatus where it stands, or empty
 * @param selected the route that is looked at, or empty
 */
public record BoardPage(
        String depot,
        String name,
        String now,
        List<RouteRow> routes,
        List<WaitingRow> waiting,
        int waitingMore,
        String planId,
        String planStatus,
        String selected) {
    static final int COLOURS = 10;
    private static final int WAITING_SHOWN = 100;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /** One route in the list. */
    public record RouteRow(
            String id,
            int colour,
            String courier,
            int trip,
            String vehicle,
            String status,
            boolean underWay,
            String departs,
            String back,
            String kilometres,
            int done,
            int total,
            int late,
            boolean open,
            List<StopRow> stops) {}

    /** One stop of an opened route. */
    public record StopRow(
            int number, String delivery, String window, String eta, boolean late, String progress, String chip) {}

    /** One parcel in the tray. */
    public record WaitingRow(
            String delivery, String window, int attempt, String reason, String detail, String unlock) {}

    public static BoardPage of(Board.View view, String selected, Language language) {
        ZoneId zone = ZoneId.of(view.zone());
        List<RouteRow> routes = new ArrayList<>();
        for (Board.RouteView route : view.routes()) {
            routes.add(row(route, routes.size() % COLOURS, zone, selected, language));
        }
        List<WaitingRow> waiting = view.waiting().stream()
                .limit(WAITING_SHOWN)
                .map(left -> new WaitingRow(
                        left.deliveryId(),
                        window(left.window(), view.at(), zone),
                        left.attempt(),
                        reason(left.reason(), language),
                        left.detail() == null ? "" : left.detail(),
                        left.unlock() == null ? "" : left.unlock()))
                .toList();
        Board.PlanView plan = view.plan();
        return new BoardPage(
                view.depot(),
                view.name(),
                hour(view.at(), zone),
                routes,
                waiting,
                view.waiting().size() - waiting.size(),
                plan == null ? "" : plan.planId(),
                plan == null ? "" : plan.status(),
                selected);
    }

    private static RouteRow row(Board.RouteView route, int colour, ZoneId zone, String selected, Language language) {
        boolean underWay = "UNDER_WAY".equals(route.status());
        boolean open = route.routeId().equals(selected);
        return new RouteRow(
                route.routeId(),
                colour,
                route.courierName(),
                RouteId.of(route.routeId()).number(),
                "VAN".equals(route.vehicle()) ? language.of("Xe tải nhỏ", "Van") : language.of("Xe máy", "Motorbike"),
                underWay ? language.of("Đang đi", "Under way") : language.of("Chờ xuất phát", "Released"),
                underWay,
                hour(route.departAt(), zone),
                hour(route.backAt(), zone),
                String.format(Locale.ROOT, "%.1f km", route.metres() / 1000.0),
                route.done(),
                route.stops().size(),
                route.late(),
                open,
                open
                        ? route.stops().stream()
                                .map(stop -> stop(stop, zone, language))
                                .toList()
                        : List.of());
    }

    private static StopRow stop(Board.StopView stop, ZoneId zone, Language language) {
        return new StopRow(
                stop.sequence(),
                stop.deliveryId(),
                hour(stop.window().start(), zone) + "–" + hour(stop.window().end(), zone),
                hour(stop.eta(), zone),
                stop.late(),
                progress(StopProgress.valueOf(stop.progress()), language),
                switch (StopProgress.valueOf(stop.progress())) {
                    case WAITING, DROPPED -> "plain";
                    case ARRIVED -> "warn";
                    case DELIVERED -> "";
                    case FAILED -> "bad";
                });
    }

    private static String progress(StopProgress progress, Language language) {
        return switch (progress) {
            case WAITING -> language.of("Chờ", "Waiting");
            case ARRIVED -> language.of("Đã đến", "Arrived");
            case DELIVERED -> language.of("Đã giao", "Delivered");
            case FAILED -> language.of("Không giao được", "Failed");
            case DROPPED -> language.of("Bỏ", "Dropped");
        };
    }

    private static String reason(@Nullable String reason, Language language) {
        return switch (reason == null ? "" : reason) {
            case "" -> language.of("Chờ lập tuyến", "Waits for a plan");
            case "ROUTES_FULL" -> language.of("Tuyến đã kín", "Routes are full");
            case "WINDOW_MISSED" -> language.of("Không kịp khung giờ", "Window cannot be met");
            case "SHIFT_TOO_SHORT" -> language.of("Ca quá ngắn", "Shift too short");
            case "LOAD_TOO_LARGE" -> language.of("Quá tải", "Too large to load");
            case "CASH_LIMIT" -> language.of("Vượt hạn mức tiền mặt", "Over the cash limit");
            case "UNREACHABLE" -> language.of("Không có đường", "No road");
            case "ROUTE_LIMIT" -> language.of("Quá giới hạn tuyến", "Over a route limit");
            case "BREAK_MISSED" -> language.of("Không kịp giờ nghỉ", "No time for a break");
            case "NOT_READY" -> language.of("Hàng chưa sẵn sàng", "Goods not ready");
            case "NOT_WORTH_IT" -> language.of("Không đáng chi phí", "Not worth its cost");
            case "SEARCH_ENDED" -> language.of("Cần tính thêm", "Needs a longer search");
            case "ZONE_CLOSED" -> language.of("Khu vực cấm", "Closed zone");
            case "NO_COURIER" -> language.of("Không có tài xế", "No courier");
            case "OUTSIDE_SHIFTS" -> language.of("Ngoài ca làm", "Outside all shifts");
            default -> String.valueOf(reason);
        };
    }

    private static String window(TimeWindow window, Instant now, ZoneId zone) {
        String hours = hour(window.start(), zone) + "–" + hour(window.end(), zone);
        boolean today = window.start()
                .atZone(zone)
                .toLocalDate()
                .equals(now.atZone(zone).toLocalDate());
        return today
                ? hours
                : hours + " "
                        + DateTimeFormatter.ofPattern("dd/MM")
                                .format(window.start().atZone(zone));
    }

    private static String hour(Instant instant, ZoneId zone) {
        return HOUR.format(instant.atZone(zone));
    }

    /** What the map draws; the same colours as the list. */
    record MapView(GeoPoint depot, List<MapRoute> routes, List<MapPoint> waiting) {}

    record MapRoute(
            String id,
            int colour,
            String courier,
            List<double[]> line,
            List<MapStop> stops,
            Board.@Nullable PositionView position) {}

    record MapStop(int number, double lat, double lon, boolean late, String progress) {}

    record MapPoint(String id, double lat, double lon) {}
}
