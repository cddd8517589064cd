package io.giaovan.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");
    private static final HouseSettings HOUSE = new HouseSettings("0123456789abcdef0123456789abcdef");

    private final String token = at(NOON).issue("courier", "c-1", Duration.ofHours(1));

    @Test
    void aTokenSaysWhoItWasIssuedTo() {
        assertThat(at(NOON).subject("courier", token)).contains("c-1");
    }

    @Test
    void aTokenOpensNothingElseAndLastsNoLonger() {
        assertThat(at(NOON).subject("seller", token)).isEmpty();
        assertThat(at(NOON.plusSeconds(3599)).subject("courier", token)).contains("c-1");
        assertThat(at(NOON.plusSeconds(3600)).subject("courier", token)).isEmpty();
    }

    @Test
    void aChangedTokenIsRefused() {
        String forged = "courier.Yy0y" + token.substring(token.indexOf('.', 8));

        assertThat(at(NOON).subject("courier", forged)).isEmpty();
        assertThat(at(NOON).subject("courier", "")).isEmpty();
        assertThat(at(NOON).subject("courier", "a.b.c.d")).isEmpty();
    }

    private static SessionTokens at(Instant instant) {
        return new SessionTokens(HOUSE, Clock.fixed(instant, ZoneOffset.UTC));
    }
}
