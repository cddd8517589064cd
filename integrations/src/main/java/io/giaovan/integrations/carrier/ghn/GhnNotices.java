package io.giaovan.integrations.carrier.ghn;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.integrations.carrier.Bookings;
import io.giaovan.integrations.carrier.TrackingDesk;
import io.giaovan.integrations.sync.Flows;
import io.giaovan.integrations.sync.inbox.BoxHandler;
import io.giaovan.integrations.sync.inbox.Inbox;
import io.giaovan.integrations.sync.inbox.Message;
import io.giaovan.integrations.sync.inbox.NewMessage;
import io.giaovan.integrations.sync.partner.PartnerJson;
import io.giaovan.integrations.sync.poll.Poller;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Takes GHN's notices in and follows the parcels they speak of. They are not signed: the secret is in the address, and
 * what counts is what GHN answers when asked. Because it gives notices up, open parcels are also asked for now and then.
 */
@Singleton
final class GhnNotices implements BoxHandler, UnfinishedWork, Poller {
    private static final String BOX = "ghn-notices";

    private final Inbox inbox;
    private final GhnSettings settings;
    private final GhnCarrier carrier;
    private final Bookings bookings;
    private final TrackingDesk tracking;
    private final BeanProvider<Flows> flows;

    /** A notice as it came over the wire. */
    record RawNotice(String secret, byte[] body) {}

    GhnNotices(
            Inbox inbox,
            GhnSettings settings,
            GhnCarrier carrier,
            Bookings bookings,
            TrackingDesk tracking,
            BeanProvider<Flows> flows) {
        this.inbox = inbox;
        this.settings = settings;
        this.carrier = carrier;
        this.bookings = bookings;
        this.tracking = tracking;
        this.flows = flows;
    }

    RawNotice verify(RawNotice notice) {
        boolean same = Secrets.same(settings.webhookSecret(), notice.secret());
        if (!same || settings.webhookSecret().isEmpty()) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "The address is not the one that GHN was given");
        }
        return notice;
    }

    void store(RawNotice notice) {
        String body = new String(notice.body(), StandardCharsets.UTF_8);
        GhnWire.Notice read = PartnerJson.UPPER_CAMEL_CASE.read("notice", body, GhnWire.Notice.class);
        String orderCode = read.orderCode();
        if (orderCode == null || orderCode.isBlank()) {
            throw new IllegalArgumentException("OrderCode: must be given");
        }
        inbox.store(NewMessage.of(BOX, orderCode, Secrets.digest(body), body));
    }

    void follow(Message message) {
        GhnWire.Notice notice = PartnerJson.UPPER_CAMEL_CASE.read("notice", message.body(), GhnWire.Notice.class);
        tracking.follow(
                carrier,
                Objects.requireNonNullElse(notice.orderCode(), ""),
                Objects.requireNonNullElse(notice.clientOrderCode(), ""));
    }

    @Override
    public String box() {
        return BOX;
    }

    @Override
    public void handle(Message message) {
        flows.get().send("ghn-tracking", message);
    }

    @Override
    public String name() {
        return "ghn inbox";
    }

    @Override
    public long unfinished() {
        return inbox.waiting(BOX);
    }

    @Override
    public Duration every() {
        return settings.pollEvery();
    }

    @Override
    public List<String> listSources() {
        return carrier.isSetUp() ? List.of(GhnCarrier.NAME) : List.of();
    }

    @Override
    public void poll(String source, Instant now) {
        bookings.listOpen(GhnCarrier.NAME).forEach(booking -> {
            String trackingCode =
                    booking.booked() == null ? "" : booking.booked().trackingCode();
            inbox.store(NewMessage.of(
                    BOX,
                    trackingCode.isEmpty() ? booking.parcelCode() : trackingCode,
                    "poll|" + booking.parcelCode() + "|" + now.getEpochSecond(),
                    PartnerJson.UPPER_CAMEL_CASE.write(
                            new GhnWire.Notice(trackingCode, booking.parcelCode(), null, "Poll"))));
        });
    }
}
