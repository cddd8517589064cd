package io.giaovan.integrations.sandbox.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketSignatureTest {
    @ParameterizedTest
    @ValueSource(strings = {"shopee_public", "shopee_shop", "shopee_push"})
    void theSandboxSignsLikeThePublishedVectors(String name) throws IOException {
        Path file =
                Path.of(System.getProperty("giaovan.shared", "../shared"), "specs", "partner-signature-vectors.json");
        assumeTrue(Files.exists(file), "SKIPPED: no signature vectors at " + file + " (property giaovan.shared)");
        JsonNode vector = new ObjectMapper().readTree(file.toFile()).get(name);

        String sign = MarketSignatureCheck.signature(
                vector.get("secret").asText(), vector.get("base").asText());

        assertThat(sign).isEqualTo(vector.get("sign").asText());
    }
}
