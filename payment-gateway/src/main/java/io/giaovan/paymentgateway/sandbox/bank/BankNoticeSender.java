package io.giaovan.paymentgateway.sandbox.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.RailHttp;
import io.giaovan.paymentgateway.rail.vietqr.VietQrSettings;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers the fake bank's notices, signed, until each is answered with success; waits grow like Fibonacci's numbers. */
@Singleton
final class BankNoticeSender implements UnfinishedWork, ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(BankNoticeSender.class);
    private static final long POLL_MILLIS = 200;
    private static final long[] WAITS_MILLIS = {200, 200, 400, 600, 1_000, 1_600, 2_600, 4_200};

    private final MongoBankBooks books;
    private final VietQrSettings settings;
    private final RailAddresses addresses;
    private final BankNoticeForms forms;
    private final ObjectMapper json;
    private final Clock wall;
    private final RailHttp http = new RailHttp(Duration.ofSeconds(5));
    private final Semaphore signal = new Semaphore(0);
    private @Nullable Thread worker;

    BankNoticeSender(
            MongoBankBooks books,
            VietQrSettings settings,
            RailAddresses addresses,
            BankNoticeForms forms,
            ObjectMapper json,
            @Named("wall") Clock wall) {
        this.books = books;
        this.settings = settings;
        this.addresses = addresses;
        this.forms = forms;
        this.json = json;
        this.wall = wall;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        worker = Thread.ofPlatform().name("sandbox-bank-notices").daemon().start(this::run);
    }

    /** A notice ready to be kept. */
    Document notice(long id, Map<String, Object> body, long holdBackMillis, boolean twice) {
        try {
            return new Document("_id", id)
                    .append("schema", 1)
                    .append("body", json.writeValueAsString(body))
                    .append("tries", 0)
                    .append("twice", twice)
                    .append("notBefore", wall.instant().toEpochMilli() + holdBackMillis);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("body: cannot be written as JSON", impossible);
        }
    }

    void wake() {
        signal.release();
    }

    @Override
    public String name() {
        return "sandbox bank notices";
    }

    @Override
    public long unfinished() {
        return books.countUndelivered();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (signal.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
                for (Document notice : books.undelivered()) {
                    if (StoredValues.longAt(notice, "notBefore")
                            <= wall.instant().toEpochMilli()) {
                        deliver(notice);
                    }
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                LOG.warn("notices will be sent again: {}", trouble.toString());
            }
        }
    }

    private void deliver(Document notice) {
        Object id = StoredValues.required(notice.get("_id"), "_id");
        String body = StoredValues.textAt(notice, "body");
        boolean taken = sent(body);
        if (taken && notice.getBoolean("twice", false)) {
            taken = sent(body);
        }
        if (taken) {
            books.delivered(id);
            return;
        }
        int tries = notice.getInteger("tries", 0) + 1;
        long wait = WAITS_MILLIS[Math.min(tries, WAITS_MILLIS.length) - 1];
        books.tryLater(id, tries, wall.instant().toEpochMilli() + wait);
    }

    private boolean sent(String body) {
        BankNoticeForms.Letter letter = forms.letter(body);
        URI callback =
                addresses.resolve(settings.noticeUrl(), settings.noticeForm().path());
        try {
            RailHttp.Reply reply = http.post(callback, letter.body(), letter.headers());
            if (!reply.ok()) {
                LOG.warn("a notice was answered with status {}", reply.status());
            }
            return reply.ok() && reply.body().path("success").asBoolean();
        } catch (RailHttp.NoAnswer noAnswer) {
            LOG.info("a notice got no answer: {}", noAnswer.getMessage());
            return false;
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        if (worker != null) {
            worker.interrupt();
            worker.join(TimeUnit.SECONDS.toMillis(5));
        }
    }
}
