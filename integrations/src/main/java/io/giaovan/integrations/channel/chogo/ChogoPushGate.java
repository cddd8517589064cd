package io.giaovan.integrations.channel.chogo;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.integrations.channel.ChannelShop;
import io.giaovan.integrations.channel.ChannelShops;
import io.giaovan.integrations.sync.inbox.Inbox;
import io.giaovan.integrations.sync.partner.OwnAddress;
import io.giaovan.integrations.sync.partner.PartnerJson;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lets in only pushes that the marketplace signed lately, and keeps them. A refused push leaves no trace. */
@Singleton
final class ChogoPushGate {
    /** A shop that nobody connected is checked against this, so that the answer takes the same time. */
    private static final String NOBODYS_SECRET = "0000000000000000";

    private final ChannelShops shops;
    private final OwnAddress own;
    private final Inbox inbox;
    private final ChogoSettings settings;
    private final Clock wall;

    ChogoPushGate(ChannelShops shops, OwnAddress own, Inbox inbox, ChogoSettings settings, @Named("wall") Clock wall) {
        this.shops = shops;
        this.own = own;
        this.inbox = inbox;
        this.settings = settings;
        this.wall = wall;
    }

    /** Checks the signature over the raw body first and looks inside afterwards. */
    ChogoPush verify(ChogoPush push) {
        ChannelShop shop = shops.find(ChogoMarketplace.CHANNEL, push.shopId()).orElse(null);
        String secret = shop == null ? NOBODYS_SECRET : shop.secret();
        List<String> addresses = shop != null && shop.callbackUrl() != null
                ? List.of(shop.callbackUrl())
                : own.all("/hooks/chogo/" + push.shopId());
        String signature = push.signature() == null ? "" : push.signature();
        boolean signed = false;
        for (String address : addresses) {
            signed |= Secrets.same(ChogoSignature.ofPush(secret, address, push.rawBody()), signature);
        }
        if (!signed || shop == null) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "The signature does not match address and body");
        }
        Instant sentAt = Instant.ofEpochSecond(read(push).timestamp());
        if (Duration.between(sentAt, wall.instant()).abs().compareTo(settings.pushAgeMax()) > 0) {
            throw new ProblemException(
                    ErrorCode.SIGNATURE_INVALID,
                    "timestamp: is more than " + settings.pushAgeMax().toSeconds() + " seconds from now");
        }
        return push;
    }

    /**
     * Keeps the push until it is processed. A repeated push has a new timestamp, so it is recognised by the change that
     * it tells of; one without is recognised by its body.
     */
    void store(ChogoPush verified) {
        String body = new String(verified.rawBody(), StandardCharsets.UTF_8);
        ChogoWire.Push push = read(verified);
        if (push.code() == ChogoWire.Push.ORDER_STATUS) {
            inbox.store(ChogoPushes.message(verified.shopId(), push, body));
        }
    }

    private static ChogoWire.Push read(ChogoPush push) {
        try {
            return PartnerJson.SNAKE_CASE.read(
                    "push", new String(push.rawBody(), StandardCharsets.UTF_8), ChogoWire.Push.class);
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemException(
                    ErrorCode.SIGNATURE_INVALID, "The push carries no timestamp that can be read", unreadable);
        }
    }
}
