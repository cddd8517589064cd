package io.giaovan.integrations;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.IncomingOrder;
import io.giaovan.contracts.order.IntakeOutcome;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.order.OrderIntake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order room that keeps its promise: once per order. It fails, refuses and ships as a test wants. */
public final class FakeOrderIntake implements OrderIntake {
    /** An article that is always out of stock until {@link #stockUp}. */
    public static final String SCARCE = "SCARCE";

    private final Map<String, IncomingOrder> accepted = new LinkedHashMap<>();
    private final List<String> cancelled = new ArrayList<>();
    private final List<String> shipped = new ArrayList<>();
    private int failures;
    private boolean stocked;
    private int calls;

    @Override
    public synchronized IntakeOutcome accept(IncomingOrder order) {
        calls++;
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("planted");
        }
        if (!stocked && order.lines().getFirst().sku().equals(SCARCE)) {
            return IntakeOutcome.refused("OUT_OF_STOCK", "There are 0 left");
        }
        boolean first = accepted.putIfAbsent(order.externalId(), order) == null;
        return new IntakeOutcome(
                first ? IntakeOutcome.Kind.ACCEPTED : IntakeOutcome.Kind.ALREADY_ACCEPTED,
                new OrderId("o-" + order.externalId()),
                null,
                null);
    }

    @Override
    public synchronized IntakeOutcome cancel(MerchantId merchantId, String channel, String externalId, String reason) {
        if (shipped.contains(externalId)) {
            return IntakeOutcome.refused("OUT_OF_SEQUENCE", "It has left the house");
        }
        if (!cancelled.contains(externalId)) {
            cancelled.add(externalId);
        }
        return new IntakeOutcome(IntakeOutcome.Kind.CANCELLED, new OrderId("o-" + externalId), null, null);
    }

    public synchronized void failNext(int times) {
        failures = times;
    }

    public synchronized void stockUp() {
        stocked = true;
    }

    public synchronized void ship(String externalId) {
        shipped.add(externalId);
    }

    public synchronized List<IncomingOrder> accepted() {
        return List.copyOf(accepted.values());
    }

    public synchronized List<String> acceptedNumbers() {
        return List.copyOf(accepted.keySet());
    }

    public synchronized List<String> cancelled() {
        return List.copyOf(cancelled);
    }

    public synchronized int calls() {
        return calls;
    }
}
