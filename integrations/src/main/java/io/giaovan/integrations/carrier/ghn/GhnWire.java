package io.giaovan.integrations.carrier.ghn;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GHN's JSON as records: its API in snake case, its notices in upper camel case. */
final class GhnWire {
    private GhnWire() {}

    record Envelope(
            int code,
            @Nullable String message,
            @Nullable String codeMessage,
            @Nullable JsonNode data) {}

    /** Weights in grams, lengths in centimetres, amounts in đồng. */
    record Create(
            String clientOrderCode,
            String fromName,
            String fromPhone,
            String fromAddress,
            String fromWardName,
            String fromProvinceName,
            String toName,
            String toPhone,
            String toAddress,
            String toWardName,
            String toProvinceName,
            int weight,
            int length,
            int width,
            int height,
            int serviceTypeId,
            int paymentTypeId,
            String requiredNote,
            long codAmount) {
        /** Keeps sender and recipient out of logs. */
        @Override
        public String toString() {
            return "Create[" + clientOrderCode + "]";
        }
    }

    record Created(String orderCode, long totalFee) {}

    record ByOrderCode(String orderCode) {}

    record ByClientCode(String clientOrderCode) {}

    record OrderCodes(List<String> orderCodes) {}

    record Cancelled(
            String orderCode, boolean result, @Nullable String message) {}

    record Detail(
            String orderCode,
            @Nullable String clientOrderCode,
            String status,
            @Nullable Long totalFee,
            @Nullable List<LogEntry> log) {}

    record LogEntry(String status, String updatedDate) {
        Instant at() {
            return Instant.parse(updatedDate);
        }
    }

    /** A notice; unsigned, so only the order's number is taken from it. */
    record Notice(
            @Nullable String orderCode,
            @Nullable String clientOrderCode,
            @Nullable String status,
            @Nullable String type) {}
}
