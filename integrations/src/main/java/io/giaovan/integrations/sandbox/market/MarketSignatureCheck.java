package io.giaovan.integrations.sandbox.market;

import io.giaovan.edge.access.Secrets;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;

/** Checks a seller's call as the real marketplace does: time, signature, then the shop's access token. */
@Singleton
final class MarketSignatureCheck {
    static final String PREFIX = "/sandbox/chogo";
    private static final long SKEW_SECONDS_MAX = 300;

    private final MarketLedger ledger;
    private final Clock wall;

    MarketSignatureCheck(MarketLedger ledger, @Named("wall") Clock wall) {
        this.ledger = ledger;
        this.wall = wall;
    }

    /** The shop on whose behalf the call was signed. */
    MarketShop check(HttpRequest<?> request) {
        HttpParameters query = request.getParameters();
        String partnerId = query.get("partner_id", String.class, "");
        String timestamp = query.get("timestamp", String.class, "");
        String token = query.get("access_token", String.class, "");
        String shopId = query.get("shop_id", String.class, "");
        if (!timestamp.matches("[0-9]{1,12}")
                || Math.abs(Long.parseLong(timestamp) - wall.instant().getEpochSecond()) > SKEW_SECONDS_MAX) {
            throw new MarketRefusal("error_param", "Invalid timestamp");
        }
        MarketShop shop =
                ledger.findShop(shopId).orElseThrow(() -> new MarketRefusal("error_permission", "shop is not known"));
        String path = request.getPath().substring(PREFIX.length());
        String expected = signature(shop.secret(), partnerId + path + timestamp + token + shopId);
        if (!Secrets.same(expected, query.get("sign", String.class, ""))) {
            throw new MarketRefusal("error_sign", "Wrong sign");
        }
        if (!Secrets.same(accessToken(shop.secret()), token)) {
            throw new MarketRefusal("error_auth", "Invalid access_token");
        }
        return shop;
    }

    static String signature(String secret, String signed) {
        return HexFormat.of().formatHex(Secrets.hmacSha256(secret, signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** Without a consent page, a shop's access token follows from its secret. */
    static String accessToken(String secret) {
        return Secrets.digest("access-token|" + secret).substring(0, 32);
    }
}
