package io.giaovan.paymentgateway.api.webhook;

import io.giaovan.contracts.payment.PaymentNews;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiJson;
import io.giaovan.paymentgateway.api.event.ApiEvent;
import io.giaovan.paymentgateway.api.event.ApiEvents;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes events of news and sends them to whoever wants them. Telling the same news twice changes nothing. */
@Singleton
public final class NewsDesk {
    private static final int DIGEST_LENGTH = 12;

    private final ApiEvents events;
    private final Hearers hearers;
    private final WebhookQueue queue;
    private final WebhookWorker worker;
    private final ApiJson json;

    NewsDesk(ApiEvents events, Hearers hearers, WebhookQueue queue, WebhookWorker worker, ApiJson json) {
        this.events = events;
        this.hearers = hearers;
        this.queue = queue;
        this.worker = worker;
        this.json = json;
    }

    /**
     * Tells a merchant's software.
     *
     * @param newsId identifies the news; the same id is one event
     * @param sequence orders news of one moment
     */
    public void tell(String newsId, long sequence, PaymentNews news) {
        String id = "evt_%012x%08x%s"
                .formatted(
                        news.at().toEpochMilli(),
                        sequence & 0xffff_ffffL,
                        Secrets.digest(newsId).substring(0, DIGEST_LENGTH))
                .toLowerCase(Locale.ROOT);
        ApiEvent event = new ApiEvent(id, news.merchantId(), news.type(), news.object(), news.at());
        events.add(event);
        List<WebhookEndpoint> wanting = hearers.of(event);
        wanting.forEach(endpoint -> queue.add(WebhookDelivery.of(event, endpoint, wanting.size())));
        if (!wanting.isEmpty()) {
            worker.wake();
        }
    }

    /** Tells news whose object is at hand. */
    public void tell(String newsId, long sequence, PaymentNews news, Map<String, Object> object) {
        tell(newsId, sequence, new PaymentNews(news.merchantId(), news.type(), json.write(object), news.at()));
    }
}
