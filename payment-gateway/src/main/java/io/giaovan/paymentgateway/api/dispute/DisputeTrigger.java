package io.giaovan.paymentgateway.api.dispute;

import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventHandler;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.event.Subscriber;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.PaymentNews;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.charge.ChargeStore;
import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.rail.PhoneVault;
import jakarta.inject.Singleton;
import java.util.Optional;

/** In test mode, disputes what one phone number has paid. */
@Singleton
final class DisputeTrigger implements EventHandler {
    private static final String DISPUTING_PHONE = "+84900000017";

    private final Disputes disputes;
    private final ChargeStore charges;
    private final ApiSettings settings;
    private final String disputingIndex;

    DisputeTrigger(Disputes disputes, ChargeStore charges, PhoneVault vault, ApiSettings settings) {
        this.disputes = disputes;
        this.charges = charges;
        this.settings = settings;
        this.disputingIndex = vault.seal(DISPUTING_PHONE).index();
    }

    @Override
    public Subscriber subscriber() {
        return Subscriber.PAYMENT_GATEWAY;
    }

    @Override
    public EventType type() {
        return EventType.PAYMENT_NEWS;
    }

    @Override
    public void handle(Event event) {
        PaymentNews news = (PaymentNews) event.data();
        if (settings.live() || !news.type().equals("payment_intent.succeeded")) {
            return;
        }
        ChargeId id = new ChargeId(event.subject());
        Optional<ChosenMethod> method = charges.find(news.merchantId(), id).map(charge -> charge.method());
        boolean disputes = method.map(ChosenMethod::phone)
                .filter(phone -> phone.index().equals(disputingIndex))
                .isPresent();
        if (disputes) {
            this.disputes.open(id, "unrecognized");
        }
    }
}
