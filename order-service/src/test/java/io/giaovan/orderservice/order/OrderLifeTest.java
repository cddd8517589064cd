package io.giaovan.orderservice.order;

import static io.giaovan.orderservice.order.OrderFixture.NINE;
import static io.giaovan.orderservice.order.OrderFixture.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.delivery.KeptItem;
import io.giaovan.contracts.delivery.PartAccepted;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.orderservice.order.Cancellation.By;
import io.giaovan.orderservice.order.OrderState.AwaitingPayment;
import io.giaovan.orderservice.order.OrderState.Cancelled;
import io.giaovan.orderservice.order.OrderState.Delivered;
import io.giaovan.orderservice.order.OrderState.OutForDelivery;
import io.giaovan.orderservice.order.OrderState.Packed;
import io.giaovan.orderservice.order.OrderState.Received;
import io.giaovan.orderservice.order.OrderState.Returned;
import io.giaovan.orderservice.order.OrderState.Returning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderLifeTest {
    private static final Path GOLDEN = Path.of("src/test/resources/order/order-life.md");
    private static final Order ORDER = anOrder().paidBy(PaymentKind.VIETQR).build();
    private static final Cancellation WISH = new Cancellation(By.SELLER, "changed my mind");

    @Test
    void theTransitionTableIsTheOneInTheDocuments() throws IOException {
        String table = table();

        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, table);
        }

        assertThat(GOLDEN).hasContent(table);
    }

    @Test
    void repeatingTheEventThatLedHereChangesNothing() {
        for (OrderState state : states().values()) {
            for (OrderEvent event : events().values()) {
                if (OrderLife.on(state, event) instanceof Outcome.Moved<OrderState>(OrderState to)) {
                    assertThat(OrderLife.on(to, event))
                            .as("%s after %s", event, state)
                            .isInstanceOf(Outcome.Unchanged.class);
                }
            }
        }
    }

    @Test
    void anyEventsLeadOnlyToLawfulStatesAndEndsAreFinal() {
        Random random = new Random(7);
        List<OrderEvent> events = List.copyOf(events().values());
        for (int life = 0; life < 2_000; life++) {
            Order order = anOrder()
                    .paidBy(PaymentKind.values()[random.nextInt(PaymentKind.values().length)])
                    .build();
            for (int i = 0; i < 40; i++) {
                OrderEvent event = events.get(random.nextInt(events.size()));
                if (order.on(event) instanceof Outcome.Moved<Order>(Order next)) {
                    assertThat(order.status().isEnd() && next.status() != order.status())
                            .as("life %s left the end %s by %s", life, order.status(), event)
                            .isFalse();
                    assertThat(next.timeline()).hasSizeLessThanOrEqualTo(Order.TIMELINE_MAX);
                    assertThat(next.due().stream().map(DueStep::step)).doesNotHaveDuplicates();
                    order = next;
                }
            }
        }
    }

    @Test
    void whatWasHandedBackAtTheDoorComesBackOnceAndPutsOnlyItselfIntoStock() {
        PartAccepted part = new PartAccepted(List.of(new KeptItem(1, 1)), Money.vnd(145_000));
        Proof proof = new Proof("pr_1", ProofKind.CODE, "ab".repeat(32), NINE, null, part);
        Order packed = after(anOrder().paidBy(PaymentKind.CASH).build(), new OrderEvent.Packed("P1", NINE));

        Order partly = after(
                packed, new OrderEvent.HandedOver(new Handover(NINE, proof, Money.vnd(145_000), "courier-1"), false));
        assertThat(partly.timeline().getLast().what()).isEqualTo("PARTLY_DELIVERED");
        assertThat(partly.due().stream().map(DueStep::step)).doesNotContain(Step.RETURN_STOCK);
        Order whole = after(partly, new OrderEvent.RestCameBack(NINE.plusSeconds(60)));

        assertThat(whole.status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(whole.due().getLast().step()).isEqualTo(Step.RETURN_STOCK);
        assertThat(whole.purchase().handedBack(part)).isEqualTo(Map.of("tea", 1));
        assertThat(whole.on(new OrderEvent.RestCameBack(NINE.plusSeconds(90)))).isInstanceOf(Outcome.Unchanged.class);
    }

    private static Order after(Order order, OrderEvent event) {
        return order.on(event) instanceof Outcome.Moved<Order>(Order next) ? next : order;
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| event \\ state |");
        states().keySet().forEach(state -> table.append(' ').append(state).append(" |"));
        table.append("\n| --- |").append(" --- |".repeat(states().size())).append('\n');
        events().forEach((name, event) -> {
            table.append("| **").append(name).append("** |");
            states().values()
                    .forEach(state ->
                            table.append(' ').append(cell(state, event)).append(" |"));
            table.append('\n');
        });
        return table.toString();
    }

    private static String cell(OrderState state, OrderEvent event) {
        return switch (OrderLife.on(state, event)) {
            case Outcome.Moved<OrderState>(OrderState to) -> "→ " + nameOf(to);
            case Outcome.Unchanged<OrderState> _ -> "·";
            case Outcome.Refused<OrderState> _ -> "✗";
        };
    }

    private static String nameOf(OrderState state) {
        return state instanceof Packed packed && packed.withdrawal() != null
                ? "PACKED, withdrawing"
                : state.status().name();
    }

    private static Map<String, OrderState> states() {
        return List.of(
                        new AwaitingPayment(NINE),
                        new Received(),
                        new Packed("P1", null),
                        new Packed("P1", WISH),
                        new OutForDelivery("P1", 0),
                        new Delivered("P1", OrderFixture.handover(NINE)),
                        new Returning("P1", "REFUSED"),
                        new Returned("P1", NINE),
                        new Cancelled(WISH, NINE, null))
                .stream()
                .collect(Collectors.toMap(OrderLifeTest::nameOf, state -> state, (one, _) -> one, LinkedHashMap::new));
    }

    private static Map<String, OrderEvent> events() {
        Map<String, OrderEvent> events = new LinkedHashMap<>();
        for (ChargeStatus status : ChargeStatus.values()) {
            events.put("charge " + status, new OrderEvent.ChargeChanged(OrderFixture.charge(ORDER, status), NINE));
        }
        for (OrderEvent event : List.of(
                new OrderEvent.ChargeRefused("PAYMENT_REFUSED", NINE),
                new OrderEvent.PaymentLapsed(NINE),
                new OrderEvent.StockLost("tea", NINE),
                new OrderEvent.SlotLost(NINE),
                new OrderEvent.Packed("P1", NINE),
                new OrderEvent.CancelAsked(WISH, NINE),
                new OrderEvent.DeliveryWithdrawn(NINE),
                new OrderEvent.WithdrawalRefused(NINE),
                new OrderEvent.DeliveryRefused("UNREACHABLE", NINE),
                new OrderEvent.LeftDepot(NINE),
                new OrderEvent.AttemptFailed("NOT_HOME", 1, NINE),
                new OrderEvent.HandedOver(OrderFixture.handover(NINE), false),
                new OrderEvent.ReturnStarted("REFUSED", NINE),
                new OrderEvent.CameBack(NINE),
                new OrderEvent.RestCameBack(NINE))) {
            events.put(event.getClass().getSimpleName(), event);
        }
        return events;
    }
}
