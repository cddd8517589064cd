package io.giaovan.paymentgateway.sandbox.telecom;

import io.giaovan.edge.access.Secrets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom an access token speaks for. The sandbox's token speaks for an application and no phone; more can be said behind
 * it: {@code :phone:+84…} one phone, {@code :app:…} another application, {@code :none} no scope, {@code :expired}.
 *
 * @param application who calls
 * @param phone the one phone that the token was given for, or null
 */
record TelecomCaller(String application, @Nullable String phone) {
    private static final Pattern MORE = Pattern.compile(
            "(:phone:(?<phone>\\+[0-9]{5,15}))?(:app:(?<app>[a-z0-9-]{1,40}))?(?<limit>:none|:expired)?");

    /** Reads a token, or refuses it. */
    static TelecomCaller of(String token, String key) {
        String head = token.length() < key.length() ? token : token.substring(0, key.length());
        Matcher more = MORE.matcher(token.substring(head.length()));
        if (!Secrets.same(key, head) || !more.matches()) {
            throw new CamaraRefusal(401, "UNAUTHENTICATED", "The access token is missing or wrong");
        }
        String limit = more.group("limit");
        if (":expired".equals(limit)) {
            throw new CamaraRefusal(401, "UNAUTHENTICATED", "The access token has expired");
        }
        if (":none".equals(limit)) {
            throw new CamaraRefusal(403, "PERMISSION_DENIED", "The access token lacks the scope");
        }
        String app = more.group("app");
        return new TelecomCaller(app == null ? "house" : app, more.group("phone"));
    }

    /** The phone a request is about: the token's or the body's. */
    String phone(@Nullable String given) {
        if (phone != null) {
            if (given != null && !given.equals(phone)) {
                throw new CamaraRefusal(
                        422, "UNNECESSARY_IDENTIFIER", "The phone number is told by the token and differs");
            }
            return phone;
        }
        if (given == null) {
            throw new CamaraRefusal(422, "MISSING_IDENTIFIER", "The phone number cannot be told from the token");
        }
        return given;
    }
}
