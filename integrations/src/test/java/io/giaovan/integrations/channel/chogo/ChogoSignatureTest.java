package io.giaovan.integrations.channel.chogo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ChogoSignatureTest {
    @Test
    void aShopCallIsSignedLikeThePublishedVector() throws IOException {
        JsonNode vector = vector("shopee_shop");

        String sign = ChogoSignature.ofShopCall(
                vector.get("secret").asText(),
                "1000001",
                "/api/v2/order/get_order_list",
                1_700_000_000,
                "tok",
                "123456");

        assertThat(sign).isEqualTo(vector.get("sign").asText());
    }

    @Test
    void aPushIsSignedLikeThePublishedVector() throws IOException {
        JsonNode vector = vector("shopee_push");
        String base = vector.get("base").asText();
        int bar = base.indexOf('|');

        String sign = ChogoSignature.ofPush(
                vector.get("secret").asText(),
                base.substring(0, bar),
                base.substring(bar + 1).getBytes(StandardCharsets.UTF_8));

        assertThat(sign).isEqualTo(vector.get("sign").asText());
    }

    private static JsonNode vector(String name) throws IOException {
        Path file =
                Path.of(System.getProperty("giaovan.shared", "../shared"), "specs", "partner-signature-vectors.json");
        assumeTrue(Files.exists(file), "SKIPPED: no signature vectors at " + file + " (property giaovan.shared)");
        return new ObjectMapper().readTree(file.toFile()).get(name);
    }
}
