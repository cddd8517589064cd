package io.giaovan.integrations.carrier.ghn;

import io.giaovan.integrations.sync.partner.OwnAddress;
import io.giaovan.integrations.sync.partner.PartnerClient;
import io.giaovan.integrations.sync.partner.PartnerJson;
import io.giaovan.integrations.sync.partner.PartnerTrouble;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Calls GHN with our account's token. It never calls twice. */
@Singleton
final class GhnClient {
    private static final String BASE = "/shiip/public-api/v2/shipping-order/";
    private static final PartnerJson JSON = PartnerJson.SNAKE_CASE;

    private final PartnerClient partner;
    private final GhnSettings settings;
    private final OwnAddress own;

    GhnClient(PartnerClient partner, GhnSettings settings, OwnAddress own) {
        this.partner = partner;
        this.settings = settings;
        this.own = own;
    }

    GhnWire.Created create(GhnWire.Create request) {
        return data("create", request, GhnWire.Created.class);
    }

    GhnWire.Detail getDetail(String orderCode) {
        return data("detail", new GhnWire.ByOrderCode(orderCode), GhnWire.Detail.class);
    }

    Optional<GhnWire.Detail> findByClientCode(String clientOrderCode) {
        PartnerClient.Answer answer = send("detail-by-client-code", new GhnWire.ByClientCode(clientOrderCode));
        GhnWire.Envelope envelope = read("detail-by-client-code", answer);
        return GhnErrors.isNotFound(answer.status(), codeMessage(envelope))
                ? Optional.empty()
                : Optional.of(data("detail-by-client-code", answer, envelope, GhnWire.Detail.class));
    }

    void cancel(String orderCode) {
        GhnWire.Cancelled[] answers =
                data("cancel", new GhnWire.OrderCodes(List.of(orderCode)), GhnWire.Cancelled[].class);
        if (answers.length != 1 || !answers[0].result()) {
            throw PartnerTrouble.never("ghn does not cancel parcel " + orderCode + " any more");
        }
    }

    private <T> T data(String call, Object body, Class<T> type) {
        PartnerClient.Answer answer = send(call, body);
        return data(call, answer, read(call, answer), type);
    }

    private static <T> T data(String call, PartnerClient.Answer answer, GhnWire.Envelope envelope, Class<T> type) {
        if (!answer.isSuccess() || envelope.code() != 200) {
            throw GhnErrors.trouble(call, answer.status(), codeMessage(envelope));
        }
        return JSON.read("ghn " + call, String.valueOf(envelope.data()), type);
    }

    private PartnerClient.Answer send(String call, Object body) {
        URI url = settings.url();
        String base = url == null ? own.local() + "/sandbox/ghn" : url.toString();
        return partner.send(
                "ghn",
                partner.request(URI.create(base + BASE + call))
                        .header("Token", settings.token())
                        .header("ShopId", settings.shopId())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.write(body)))
                        .build());
    }

    private static GhnWire.Envelope read(String call, PartnerClient.Answer answer) {
        try {
            return JSON.read("ghn " + call, answer.body(), GhnWire.Envelope.class);
        } catch (IllegalArgumentException unreadable) {
            throw PartnerTrouble.unknownOutcome(
                    "ghn answered " + call + " with status " + answer.status() + " and no JSON", unreadable);
        }
    }

    private static String codeMessage(GhnWire.Envelope envelope) {
        return Objects.requireNonNullElse(envelope.codeMessage(), "");
    }
}
