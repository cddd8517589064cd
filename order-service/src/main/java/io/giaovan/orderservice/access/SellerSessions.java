package io.giaovan.orderservice.access;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.edge.access.SessionTokens;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Sessions of sellers on the pages: a signed token in a cookie that scripts and other sites cannot use. */
@Singleton
public final class SellerSessions {
    public static final String COOKIE = "giaovan_seller";
    public static final Duration LIFETIME = Duration.ofHours(12);

    private static final String KIND = "seller";

    private final AccessKeys keys;
    private final SessionTokens tokens;

    SellerSessions(AccessKeys keys, SessionTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /** The cookie to set for a seller's key; empty when the key is wrong. */
    public Optional<Cookie> open(HttpRequest<?> request, String sellerKey) {
        return keys.find(KeyKind.SELLER, sellerKey)
                .map(merchantId -> cookie(request, tokens.issue(KIND, merchantId.value(), LIFETIME), LIFETIME));
    }

    /** The cookie that ends the session in this browser. */
    public Cookie close(HttpRequest<?> request) {
        return cookie(request, "", Duration.ZERO);
    }

    /** Who is signed in, if anyone. */
    public Optional<MerchantId> find(HttpRequest<?> request) {
        return request.getCookies()
                .findCookie(COOKIE)
                .flatMap(cookie -> tokens.subject(KIND, cookie.getValue()))
                .map(MerchantId::new);
    }

    private static Cookie cookie(HttpRequest<?> request, String value, Duration maxAge) {
        return Cookie.of(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite(SameSite.Strict)
                .maxAge(maxAge);
    }
}
