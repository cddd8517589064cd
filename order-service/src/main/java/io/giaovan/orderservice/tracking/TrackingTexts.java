package io.giaovan.orderservice.tracking;

import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.edge.page.Language;
import io.giaovan.orderservice.order.OrderStatus;
import io.giaovan.orderservice.packing.Wording;
import io.giaovan.orderservice.tracking.TrackingView.Step;
import java.util.Arrays;
import java.util.Optional;

/** The words of the tracking page. Pure. */
public final class TrackingTexts {
    private TrackingTexts() {}

    /** Where the order stands, as a headline. */
    public static String headline(Language lang, TrackingView view) {
        return switch (view.status()) {
            case AWAITING_PAYMENT -> lang.of("Chờ thanh toán", "Waiting for payment");
            case RECEIVED -> lang.of("Người bán đang chuẩn bị hàng", "The seller is preparing your order");
            case PACKED -> lang.of("Hàng đã đóng gói, sắp được giao", "Packed and leaving soon");
            case OUT_FOR_DELIVERY ->
                view.stopsBefore() == null && view.failedAttempts() > 0
                        ? lang.of("Sẽ giao lại", "Another attempt is coming")
                        : lang.of("Đang trên đường đến bạn", "On its way to you");
            case DELIVERED ->
                view.part() == null
                        ? lang.of("Đã giao", "Delivered")
                        : lang.of("Đã giao một phần", "Delivered in part");
            case RETURNING -> lang.of("Đang trả về người bán", "Going back to the seller");
            case RETURNED -> lang.of("Đã trả về người bán", "Back with the seller");
            case CANCELLED -> lang.of("Đơn đã huỷ", "Cancelled");
        };
    }

    /** How many stops come first. */
    public static String stops(Language lang, int stopsBefore) {
        return switch (stopsBefore) {
            case 0 -> lang.of("Bạn là điểm giao tiếp theo", "You are the next stop");
            case 1 -> lang.of("Còn 1 điểm trước bạn", "1 stop before you");
            default -> lang.of("Còn " + stopsBefore + " điểm trước bạn", stopsBefore + " stops before you");
        };
    }

    /** What the buyer kept and what it came to. */
    public static String kept(Language lang, TrackingView view) {
        return view.part() == null
                ? ""
                : lang.of("Bạn giữ ", "You kept ")
                        + view.piecesKept()
                        + lang.of(" món, thành tiền ", " pieces, which come to ")
                        + Wording.money(view.part().due());
    }

    /** One line of the past. */
    public static String step(Language lang, Step step) {
        return switch (step.kind()) {
            case RECEIVED -> lang.of("Đã đặt hàng", "Order placed");
            case PACKED -> lang.of("Đã đóng gói", "Packed");
            case OUT_FOR_DELIVERY -> lang.of("Rời kho, đang giao", "Left the depot");
            case ATTEMPT_FAILED ->
                lang.of("Chưa giao được", "Could not be handed over")
                        + reason(step)
                                .map(reason -> ": " + reason(lang, reason))
                                .orElse("");
            case DELIVERED -> lang.of("Đã giao, có bằng chứng giao hàng", "Delivered, with proof of delivery");
            case PARTLY_DELIVERED ->
                lang.of("Đã giao một phần, phần còn lại trả về người bán", "Delivered in part, the rest goes back");
            case REST_RETURNED ->
                lang.of("Phần trả lại đã về đến người bán", "What was handed back is with the seller");
            case RETURNING -> lang.of("Bắt đầu trả về người bán", "Going back to the seller");
            case RETURNED -> lang.of("Đã về đến người bán", "Back with the seller");
            case CANCELLED -> lang.of("Đã huỷ", "Cancelled");
        };
    }

    /** Why an attempt failed, as people say it. */
    public static String reason(Language lang, FailureReason reason) {
        return switch (reason) {
            case NOT_HOME -> lang.of("không có người nhận", "nobody was home");
            case REFUSED -> lang.of("người nhận từ chối", "it was refused");
            case WRONG_ADDRESS -> lang.of("không tìm thấy địa chỉ", "the address was not found");
            case UNREACHABLE_PHONE -> lang.of("không gọi được điện thoại", "the phone could not be reached");
            case AREA_CLOSED -> lang.of("đường bị chặn", "the area was closed");
            case DAMAGED -> lang.of("hàng bị hư hỏng", "the goods were damaged");
            case CANNOT_PAY -> lang.of("chưa đủ tiền thanh toán", "it could not be paid");
            case OUT_OF_TIME -> lang.of("hết giờ giao", "the day was over");
        };
    }

    /** Whether the order is still going to arrive. */
    public static boolean open(OrderStatus status) {
        return !status.isEnd() && status != OrderStatus.RETURNING;
    }

    private static Optional<FailureReason> reason(Step step) {
        return Arrays.stream(FailureReason.values())
                .filter(known -> known.name().equals(step.reason()))
                .findFirst();
    }
}
