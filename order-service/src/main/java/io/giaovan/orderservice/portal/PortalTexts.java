package io.giaovan.orderservice.portal;

import io.giaovan.contracts.delivery.FailureReason;
import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.edge.page.Language;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderStatus;
import io.giaovan.orderservice.order.TimelineEntry;
import io.giaovan.orderservice.packing.Wording;
import io.giaovan.orderservice.settlement.booking.LineKind;
import io.giaovan.orderservice.settlement.statement.StatementStatus;
import io.giaovan.orderservice.tracking.TrackingTexts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The words of the portal. Pure. */
public final class PortalTexts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private PortalTexts() {}

    /** The number by which seller and buyer know an order. */
    public static String number(Order order) {
        return Objects.requireNonNullElse(
                order.purchase().externalId(), order.id().value());
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String status(Language lang, OrderStatus status) {
        return switch (status) {
            case AWAITING_PAYMENT -> lang.of("Chờ thanh toán", "Awaiting payment");
            case RECEIVED -> lang.of("Chờ đóng gói", "To pack");
            case PACKED -> lang.of("Đã đóng gói", "Packed");
            case OUT_FOR_DELIVERY -> lang.of("Đang giao", "Out for delivery");
            case DELIVERED -> lang.of("Đã giao", "Delivered");
            case RETURNING -> lang.of("Đang hoàn", "Returning");
            case RETURNED -> lang.of("Đã hoàn", "Returned");
            case CANCELLED -> lang.of("Đã huỷ", "Cancelled");
        };
    }

    /** The colour of a status: a class of the house's chips. */
    public static String chip(OrderStatus status) {
        return switch (status) {
            case AWAITING_PAYMENT, RETURNING -> "warn";
            case RECEIVED, PACKED, OUT_FOR_DELIVERY, DELIVERED -> "";
            case RETURNED, CANCELLED -> "plain";
        };
    }

    public static String payment(Language lang, PaymentKind kind) {
        return switch (kind) {
            case MARKETPLACE -> lang.of("Sàn đã thu", "Paid to the marketplace");
            case VIETQR -> lang.of("Chuyển khoản VietQR", "VietQR transfer");
            case TELECOM -> lang.of("Tài khoản điện thoại", "Phone account");
            case CASH -> lang.of("Tiền mặt khi nhận", "Cash at the door");
        };
    }

    public static String charge(Language lang, ChargeStatus status) {
        return switch (status) {
            case REQUIRES_ACTION -> lang.of("Chờ người mua", "Waiting for the buyer");
            case PROCESSING -> lang.of("Chờ tiền", "Waiting for the money");
            case AUTHORISED -> lang.of("Đã giữ tiền", "Money held");
            case SUCCEEDED -> lang.of("Đã nhận tiền", "Money received");
            case FAILED -> lang.of("Không thu được", "Failed");
            case CANCELED -> lang.of("Đã huỷ", "Given up");
        };
    }

    /** What a buyer kept and what it came to. */
    public static String kept(Language lang, Order order, PartAccepted part) {
        List<String> kept = new ArrayList<>();
        for (KeptItem item : part.kept()) {
            OrderLine line = order.purchase().lines().get(item.line() - 1);
            kept.add(item.quantity() + "/" + line.quantity() + " " + line.name());
        }
        return String.join(", ", kept) + lang.of("; phải thu ", "; due ") + Wording.money(part.due());
    }

    /** One entry of an order's past. */
    public static String entry(Language lang, TimelineEntry entry) {
        String[] parts = entry.what().split(": ", 2);
        String detail = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "PLACED" ->
                detail.isEmpty()
                        ? lang.of("Đã đặt hàng", "Placed")
                        : lang.of("Đã đặt hàng, khung giờ chuẩn", "Placed, standard window");
            case "PACKED" -> lang.of("Đã đóng gói ", "Packed as ") + detail;
            case "CANCEL_ASKED" -> lang.of("Yêu cầu huỷ: ", "Cancellation asked: ") + detail;
            case "DELIVERY_WITHDRAWN" -> lang.of("Đã rút khỏi tuyến giao", "Withdrawn from delivery");
            case "TOO_LATE_TO_CANCEL" -> lang.of("Huỷ không kịp, hàng đã đi", "Too late to cancel, it has left");
            case "NOT_PAID_IN_TIME" -> lang.of("Không thanh toán kịp", "Not paid in time");
            case "OUT_OF_STOCK" -> lang.of("Hết hàng: ", "Out of stock: ") + detail;
            case "SLOT_LOST" -> lang.of("Mất khung giờ đã giữ", "The held slot was lost");
            case "NO_DELIVERY" -> lang.of("Không ai giao được: ", "Nobody can deliver it: ") + detail;
            case "OUT_FOR_DELIVERY" -> lang.of("Rời kho, đang giao", "Left the depot");
            case "ATTEMPT_FAILED" -> lang.of("Giao không thành: ", "Attempt failed: ") + reason(lang, detail);
            case "DELIVERED" ->
                detail.isEmpty() ? lang.of("Đã giao", "Delivered") : lang.of("Đã giao, trễ hẹn", "Delivered late");
            case "PARTLY_DELIVERED" ->
                detail.isEmpty()
                        ? lang.of("Đã giao một phần", "Delivered in part")
                        : lang.of("Đã giao một phần, trễ hẹn", "Delivered in part, late");
            case "REST_RETURNED" -> lang.of("Phần trả lại đã về kho", "What was handed back is in the warehouse");
            case "RETURNING" -> lang.of("Bắt đầu hoàn: ", "On its way back: ") + reason(lang, detail);
            case "RETURNED" -> lang.of("Đã hoàn về kho", "Back in the warehouse");
            case "PAYMENT_REFUSED" -> lang.of("Thanh toán bị từ chối: ", "Payment refused: ") + detail;
            default ->
                Arrays.stream(ChargeStatus.values())
                        .filter(known -> parts[0].equals("PAYMENT_" + known))
                        .map(known -> lang.of("Thanh toán: ", "Payment: ") + charge(lang, known))
                        .findFirst()
                        .orElse(entry.what());
        };
    }

    public static String statementStatus(Language lang, StatementStatus status) {
        return switch (status) {
            case OPEN -> lang.of("Đang mở", "Open");
            case CLOSED -> lang.of("Đã chốt, chờ trả", "Closed, to be paid");
            case PAID -> lang.of("Đã trả", "Paid");
            case CARRIED_OVER -> lang.of("Chuyển kỳ sau", "Carried over");
        };
    }

    public static String statementChip(StatementStatus status) {
        return switch (status) {
            case OPEN, CARRIED_OVER -> "plain";
            case CLOSED -> "warn";
            case PAID -> "";
        };
    }

    public static String lineKind(Language lang, LineKind kind) {
        return switch (kind) {
            case SALE -> lang.of("Tiền hàng", "Sale");
            case DELIVERY_PAID_BY_BUYER -> lang.of("Phí giao người mua trả", "Delivery paid by buyer");
            case PAYMENT_DIFFERENCE -> lang.of("Chênh lệch thu", "Payment difference");
            case REFUND -> lang.of("Hoàn tiền", "Refund");
            case DELIVERY_FEE -> lang.of("Phí giao hàng", "Delivery fee");
            case RETURN_FEE -> lang.of("Phí hoàn hàng", "Return fee");
            case PAYMENT_FEE -> lang.of("Phí thanh toán", "Payment fee");
            case CASH_ON_DELIVERY_FEE -> lang.of("Phí thu hộ", "Cash on delivery fee");
            case CARRIED_IN -> lang.of("Kỳ trước chuyển sang", "Carried in");
            case CARRIED_OUT -> lang.of("Chuyển kỳ sau", "Carried out");
        };
    }

    public static String webhookStatus(Language lang, String status) {
        return switch (status) {
            case "WAITING" -> lang.of("Đang chờ", "Waiting");
            case "DELIVERED" -> lang.of("Đã nhận", "Delivered");
            case "GIVEN_UP" -> lang.of("Bỏ cuộc", "Given up");
            case "DROPPED" -> lang.of("Không gửi", "Dropped");
            default -> status;
        };
    }

    public static String webhookChip(String status) {
        return switch (status) {
            case "DELIVERED" -> "";
            case "GIVEN_UP" -> "bad";
            case "WAITING" -> "warn";
            default -> "plain";
        };
    }

    /** What a refusal means for the reader. */
    public static String refusal(Language lang, ErrorCode code) {
        return switch (code.status()) {
            case 403 ->
                lang.of(
                        "Biểu mẫu này đã cũ hoặc không phải của trang. Hãy tải lại trang rồi thử lại.",
                        "This form is out of date or not ours. Load the page again and repeat.");
            case 404 -> lang.of("Không có trang hoặc đơn này.", "There is no such page or order.");
            default -> lang.of("Yêu cầu này không thực hiện được.", "That cannot be done.");
        };
    }

    private static String reason(Language lang, String detail) {
        return Arrays.stream(FailureReason.values())
                .filter(known -> known.name().equals(detail))
                .map(known -> TrackingTexts.reason(lang, known))
                .findFirst()
                .orElse(detail);
    }
}
