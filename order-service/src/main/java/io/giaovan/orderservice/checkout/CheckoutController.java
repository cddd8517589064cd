package io.giaovan.orderservice.checkout;

import io.giaovan.contracts.delivery.SlotOffer;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.IncomingOrder;
import io.giaovan.contracts.order.OrderLine;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.contracts.payment.NextAction;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.time.TimeWindow;
import io.giaovan.edge.remote.PublicAddress;
import io.giaovan.orderservice.access.Callers;
import io.giaovan.orderservice.access.IdempotentCalls;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderStatus;
import io.giaovan.orderservice.order.Orders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checkout that partner shops call with their shop key. */
@Controller("/checkout/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CheckoutController {
    private final Checkout checkout;
    private final Callers callers;
    private final IdempotentCalls calls;
    private final PublicAddress address;

    CheckoutController(Checkout checkout, Callers callers, IdempotentCalls calls, PublicAddress address) {
        this.checkout = checkout;
        this.callers = callers;
        this.calls = calls;
        this.address = address;
    }

    record QuoteRequest(List<OrderLine> lines, Address address) {
        QuoteRequest {
            lines = List.copyOf(lines);
            if (lines.isEmpty() || lines.size() > IncomingOrder.LINES_MAX) {
                throw new IllegalArgumentException(
                        "lines: " + lines.size() + " lines, allowed are 1 to " + IncomingOrder.LINES_MAX);
            }
        }
    }

    record Slot(String slotId, TimeWindow window) {
        static Slot of(SlotOffer offer) {
            return new Slot(offer.slotId(), offer.window());
        }
    }

    /** {@code window} is given when there is no slot to choose because a parcel company brings it. */
    record QuoteAnswer(
            Money goods,
            Money deliveryFee,
            Money total,
            List<Slot> slots,
            boolean byCarrier,
            @Nullable TimeWindow window) {}

    record Payment(
            String chargeId,
            String status,
            @Nullable String action,
            @Nullable String qrData,
            @Nullable String payUrl) {
        static @Nullable Payment of(@Nullable ChargeView charge) {
            if (charge == null) {
                return null;
            }
            NextAction next = charge.nextAction();
            return new Payment(
                    charge.id().value(),
                    charge.status().name(),
                    next == null ? null : next.type(),
                    next == null ? null : next.qrData(),
                    next == null ? null : next.instructionsUrl());
        }
    }

    record OrderAnswer(
            String orderId,
            OrderStatus status,
            Money total,
            TimeWindow window,
            boolean standardWindow,
            String trackingUrl,
            @Nullable Payment payment) {}

    record PasswordRequest(String password) {
        @Override
        public String toString() {
            return "PasswordRequest[hidden]";
        }
    }

    record CancelRequest(String reason) {}

    @Post("/quotes")
    QuoteAnswer quote(HttpRequest<?> request, @Body QuoteRequest body) {
        Checkout.Quote quote = checkout.quote(callers.shop(request), body.lines(), body.address());
        return new QuoteAnswer(
                quote.goods(),
                quote.deliveryFee(),
                quote.goods().plus(quote.deliveryFee()),
                quote.slots().stream().map(Slot::of).toList(),
                quote.byCarrier(),
                quote.window());
    }

    @Post("/orders")
    HttpResponse<String> place(HttpRequest<?> request, @Body CheckoutOrder body) {
        MerchantId merchantId = callers.shop(request);
        return calls.created(
                request, merchantId, "checkout-orders", body, key -> answer(checkout.place(merchantId, key, body)));
    }

    @Get("/orders/{orderId}")
    OrderAnswer show(HttpRequest<?> request, String orderId) {
        return answer(checkout.get(callers.shop(request), Orders.idIn(orderId)));
    }

    @Post("/orders/{orderId}/one-time-password")
    OrderAnswer password(HttpRequest<?> request, String orderId, @Body PasswordRequest body) {
        MerchantId merchantId = callers.shop(request);
        return answer(checkout.enterOneTimePassword(merchantId, Orders.idIn(orderId), body.password()));
    }

    @Post("/orders/{orderId}/cancel")
    OrderAnswer cancel(HttpRequest<?> request, String orderId, @Body CancelRequest body) {
        return answer(checkout.cancel(callers.shop(request), Orders.idIn(orderId), body.reason()));
    }

    private OrderAnswer answer(Order order) {
        return new OrderAnswer(
                order.id().value(),
                order.status(),
                order.purchase().total(),
                order.promise().window(),
                order.promise().standard(),
                address.of("/track/" + order.trackingToken()),
                Payment.of(order.charge()));
    }
}
