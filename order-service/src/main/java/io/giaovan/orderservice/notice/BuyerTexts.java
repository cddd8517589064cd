package io.giaovan.orderservice.notice;

import io.giaovan.contracts.delivery.DeliveryView;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.edge.page.Language;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderState;
import io.giaovan.orderservice.packing.Wording;
import java.util.Optional;

/** What a buyer is told, and on which occasions. Pure. */
final class BuyerTexts {
    private BuyerTexts() {}

    /**
     * A text and the occasion it is for.
     *
     * @param occasion the same for the same news of an order, so that it is told once
     */
    record Text(String occasion, String text) {}

    /**
     * The news in an order's present state; empty when there is nothing that a buyer need hear.
     *
     * @param delivery what is known of the arrival
     * @param link the tracking address
     */
    static Optional<Text> of(
            Language language, String seller, Order order, Optional<DeliveryView> delivery, String link) {
        String subject = seller + " – " + language.of("đơn ", "order ") + number(order) + ": ";
        String follow = language.of(" Theo dõi: ", " Follow it: ") + link;
        return switch (order.state()) {
            case OrderState.AwaitingPayment _, OrderState.Packed _, OrderState.Returning _, OrderState.Returned _ ->
                Optional.empty();
            case OrderState.Received _ ->
                Optional.of(new Text("RECEIVED", subject + received(language, order) + follow));
            case OrderState.OutForDelivery out ->
                Optional.of(
                        out.failedAttempts() == 0
                                ? new Text("OUT", subject + out(language, order, delivery) + follow)
                                : new Text("FAILED-" + out.failedAttempts(), subject + failed(language) + follow));
            case OrderState.Delivered delivered ->
                Optional.of(new Text(
                        "DELIVERED",
                        subject
                                + (order.part().isPresent()
                                        ? language.of("đã giao một phần lúc ", "delivered in part at ")
                                        : language.of("đã giao lúc ", "delivered at "))
                                + Wording.time(delivered.handover().at())
                                + language.of(". Cảm ơn bạn!", ". Thank you!")));
            case OrderState.Cancelled _ ->
                Optional.of(new Text("CANCELLED", subject + language.of("đã huỷ.", "cancelled.")));
        };
    }

    private static String received(Language language, Order order) {
        TimeWindow window = order.promise().window();
        return language.of("đã nhận, giao ", "received, arriving ") + Wording.shortWindow(window) + ".";
    }

    private static String out(Language language, Order order, Optional<DeliveryView> delivery) {
        TimeWindow arrival =
                delivery.map(DeliveryView::expected).orElse(order.promise().window());
        Money total = order.purchase().total();
        String cash = order.purchase().payment() == PaymentKind.CASH
                ? language.of(" Vui lòng chuẩn bị ", " Please have ready ") + Wording.money(total) + "."
                : "";
        return language.of("đang giao, dự kiến ", "on its way, expected ") + Wording.hours(arrival) + "." + cash;
    }

    private static String failed(Language language) {
        return language.of(
                "chưa giao được. Chúng tôi sẽ giao lại hoặc liên hệ với bạn.",
                "could not be handed over. We will try again or get in touch.");
    }

    private static String number(Order order) {
        String externalId = order.purchase().externalId();
        return externalId == null ? order.id().value() : externalId;
    }
}
