package io.giaovan.paymentgateway.charge;

import io.giaovan.contracts.event.Event;
import io.giaovan.contracts.event.EventType;
import io.giaovan.contracts.payment.ChargeEvent;
import io.giaovan.contracts.payment.PaymentNews;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others hear of a change: the house when its view of the charge changed, merchants what the witnesses say. */
@Singleton
final class ChargeNews {
    private static final String SOURCE = "/payment-gateway";
    /** Most pieces of merchants' news in one change; their sequence is the version times this and their place. */
    private static final int WITNESSED_MAX = 100;

    private final ChargeViews views;
    private final List<ChargeWitness> witnesses;
    private final Clock clock;

    ChargeNews(ChargeViews views, List<ChargeWitness> witnesses, Clock clock) {
        this.views = views;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    List<Event> of(@Nullable Charge before, Charge after) {
        Instant now = clock.instant();
        long version = before == null ? 1 : before.version() + 1;
        String subject = after.id().value();
        List<Event> news = new ArrayList<>();
        if (before == null || !views.view(before).equals(views.view(after))) {
            news.add(new Event(
                    subject + "-" + version,
                    SOURCE,
                    EventType.CHARGE_CHANGED,
                    subject,
                    version,
                    now,
                    new ChargeEvent(after.merchantId(), views.view(after), now)));
        }
        List<PaymentNews> told = witnesses.stream()
                .flatMap(witness -> witness.saw(before, after).stream())
                .toList();
        if (told.size() > WITNESSED_MAX) {
            throw new IllegalStateException(told.size() + " pieces of news in one change of " + subject);
        }
        for (int place = 0; place < told.size(); place++) {
            long sequence = version * WITNESSED_MAX + place;
            news.add(new Event(
                    subject + "-news-" + sequence,
                    SOURCE,
                    EventType.PAYMENT_NEWS,
                    subject,
                    sequence,
                    now,
                    told.get(place)));
        }
        return news;
    }
}
