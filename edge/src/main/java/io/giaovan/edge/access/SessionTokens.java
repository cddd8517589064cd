package io.giaovan.edge.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Signed tokens that say who a caller is until they expire. The token is {@code kind.subject.expiry.signature}; nothing
 * is stored. Safe for concurrent use.
 */
@Singleton
public final class SessionTokens {
    private static final int TOKEN_LENGTH_MAX = 1_000;

    private final String signingKey;
    private final Clock clock;

    public SessionTokens(HouseSettings settings, Clock clock) {
        this.signingKey = Secrets.digest("session-tokens|" + settings.key());
        this.clock = clock;
    }

    /**
     * Issues a token.
     *
     * @param kind what it opens, for instance {@code seller}, {@code dispatcher} or {@code courier}
     * @param subject who it is for; must not be a secret
     */
    public String issue(String kind, String subject, Duration lifetime) {
        String unsigned = kind + "." + encoded(subject) + "."
                + clock.instant().plus(lifetime).getEpochSecond();
        return unsigned + "." + signature(unsigned);
    }

    /** The subject of a token of this kind, if the signature holds and it has not expired. */
    public Optional<String> subject(String kind, String token) {
        String[] parts = token.length() > TOKEN_LENGTH_MAX ? new String[0] : token.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals(kind)) {
            return Optional.empty();
        }
        String unsigned = parts[0] + "." + parts[1] + "." + parts[2];
        if (!Secrets.same(signature(unsigned), parts[3])
                || !clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[2])))) {
            return Optional.empty();
        }
        return Optional.of(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
    }

    private String signature(String unsigned) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Secrets.hmacSha256(signingKey, unsigned.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
