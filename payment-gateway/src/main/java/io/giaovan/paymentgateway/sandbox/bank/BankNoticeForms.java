package io.giaovan.paymentgateway.sandbox.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.vietqr.NoticeSignatures;
import io.giaovan.paymentgateway.rail.vietqr.VietQrSettings;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** Writes and signs a notice in the form that the house reads. */
@Singleton
final class BankNoticeForms {
    private final VietQrSettings settings;
    private final RailAddresses addresses;
    private final ObjectMapper json;
    private final Clock wall;

    BankNoticeForms(VietQrSettings settings, RailAddresses addresses, ObjectMapper json, @Named("wall") Clock wall) {
        this.settings = settings;
        this.addresses = addresses;
        this.json = json;
        this.wall = wall;
    }

    /** What is sent. */
    record Letter(String body, Map<String, String> headers) {}

    /** @param kept a notice as the bank keeps it, in SePay's form */
    Letter letter(String kept) {
        String time = Long.toString(wall.instant().getEpochSecond());
        String secret = addresses.secret(settings.noticeSecret(), "bank-notices");
        return switch (settings.noticeForm()) {
            case SEPAY ->
                new Letter(
                        kept,
                        Map.of(
                                "X-SePay-Timestamp",
                                time,
                                "X-SePay-Signature",
                                NoticeSignatures.sePay(secret, time, kept.getBytes(StandardCharsets.UTF_8))));
            case PAYOS -> {
                ObjectNode body = payOs(read(kept));
                body.put("signature", NoticeSignatures.payOs(secret, body.path("data")));
                yield new Letter(body.toString(), Map.of());
            }
            case CASSO -> {
                ObjectNode body = casso(read(kept));
                String signature = NoticeSignatures.casso(secret, time, body, json);
                yield new Letter(body.toString(), Map.of("X-Casso-Signature", "t=" + time + ",v1=" + signature));
            }
        };
    }

    private ObjectNode payOs(JsonNode notice) {
        ObjectNode body = json.createObjectNode();
        body.put("code", "00").put("desc", "success").put("success", true);
        body.putObject("data")
                .put("orderCode", notice.path("id").asLong())
                .put("amount", notice.path("transferAmount").asLong())
                .put("description", notice.path("content").asText())
                .put("accountNumber", notice.path("accountNumber").asText())
                .put("reference", notice.path("referenceCode").asText())
                .put("transactionDateTime", notice.path("transactionDate").asText())
                .put("currency", "VND")
                .put("paymentLinkId", "sandbox-" + notice.path("id").asText())
                .putNull("counterAccountName");
        return body;
    }

    private ObjectNode casso(JsonNode notice) {
        ObjectNode body = json.createObjectNode();
        body.put("error", 0);
        body.putObject("data")
                .put("id", notice.path("id").asLong())
                .put("reference", notice.path("referenceCode").asText())
                .put("description", notice.path("content").asText())
                .put("amount", notice.path("transferAmount").asLong())
                .put("runningBalance", 0)
                .put("transactionDateTime", notice.path("transactionDate").asText())
                .put("accountNumber", notice.path("accountNumber").asText())
                .put("bankName", "Sandbox");
        return body;
    }

    private JsonNode read(String kept) {
        try {
            return json.readTree(kept);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a kept notice is not JSON", impossible);
        }
    }
}
