package io.giaovan.contracts.event;

import io.giaovan.contracts.delivery.DeliveryEvent;
import io.giaovan.contracts.delivery.ShiftEvent;
import io.giaovan.contracts.parcel.TrackingEvent;
import io.giaovan.contracts.payment.ChargeEvent;
import io.giaovan.contracts.payment.PaymentNews;
import io.giaovan.contracts.payment.PayoutEvent;
import java.util.Set;

/** What kind of news an event is: its wire name, the record inside, and who hears it. */
public enum EventType {
    DELIVERY_CHANGED("io.giaovan.delivery.changed", DeliveryEvent.class, Set.of(Subscriber.ORDER_SERVICE)),
    SHIFT_CHANGED("io.giaovan.shift.changed", ShiftEvent.class, Set.of(Subscriber.PAYMENT_GATEWAY)),
    CHARGE_CHANGED("io.giaovan.charge.changed", ChargeEvent.class, Set.of(Subscriber.ORDER_SERVICE)),
    PAYOUT_CHANGED(
            "io.giaovan.payout.changed",
            PayoutEvent.class,
            Set.of(Subscriber.ORDER_SERVICE, Subscriber.PAYMENT_GATEWAY)),
    PAYMENT_NEWS("io.giaovan.payment.news", PaymentNews.class, Set.of(Subscriber.PAYMENT_GATEWAY)),
    PARCEL_TRACKED(
            "io.giaovan.parcel.tracked",
            TrackingEvent.class,
            Set.of(Subscriber.ORDER_SERVICE, Subscriber.PAYMENT_GATEWAY));

    private final String wireName;
    private final Class<? extends Record> dataType;
    private final Set<Subscriber> audience;

    EventType(String wireName, Class<? extends Record> dataType, Set<Subscriber> audience) {
        this.wireName = wireName;
        this.dataType = dataType;
        this.audience = audience;
    }

    public String wireName() {
        return wireName;
    }

    public Class<? extends Record> dataType() {
        return dataType;
    }

    public Set<Subscriber> audience() {
        return audience;
    }
}
