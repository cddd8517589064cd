package io.giaovan.orderservice.portal;

import io.giaovan.edge.access.Secrets;
import io.giaovan.edge.access.SessionTokens;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that prove that a form was shown by us to the browser that sends it: signed, and bound to a cookie of that
 * browser which other sites can neither read nor set. They come on top of cookies that other sites cannot send.
 */
@Singleton
final class FormTokens {
    private static final String KIND = "seller-form";
    private static final Duration LIFETIME = Duration.ofHours(12);

    private final SessionTokens tokens;

    FormTokens(SessionTokens tokens) {
        this.tokens = tokens;
    }

    /** A token for the forms of a browser that holds this cookie. */
    String issue(String cookie) {
        return tokens.issue(KIND, Secrets.digest(cookie), LIFETIME);
    }

    boolean fits(String cookie, @Nullable String token) {
        return token != null
                && tokens.subject(KIND, token)
                        .filter(bound -> Secrets.same(bound, Secrets.digest(cookie)))
                        .isPresent();
    }
}
