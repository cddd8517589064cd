package io.giaovan.paymentgateway.rail.vietqr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.paymentgateway.rail.vietqr.VietQr.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Judges every shared code; what is accepted is read and, where it is as we write codes, written back the same. */
class VietQrVectorsTest {
    @TestFactory
    Stream<DynamicTest> everyCodeIsJudgedRight() throws IOException {
        Path file = Path.of(System.getProperty("giaovan.shared", "../shared"), "specs", "vietqr-vectors.json");
        assumeTrue(
                Files.exists(file),
                "SKIPPED everyCodeIsJudgedRight: no codes at " + file + " (property giaovan.shared)");
        JsonNode vectors = HouseJson.newMapper().readTree(file.toFile()).path("vectors");
        assertThat(vectors).hasSize(28);
        return StreamSupport.stream(vectors.spliterator(), false)
                .map(vector -> DynamicTest.dynamicTest(
                        vector.path("expect").asText() + " "
                                + vector.path("payload").asText(),
                        () -> judge(vector)));
    }

    private static void judge(JsonNode vector) {
        Reading reading = VietQr.read(vector.path("payload").asText());
        switch (vector.path("expect").asText()) {
            case "accept" -> accepted(vector, reading);
            case "reject_crc" ->
                assertThat(reading)
                        .isInstanceOfSatisfying(
                                Reading.Rejected.class,
                                rejected -> assertThat(rejected.reason()).isEqualTo(VietQr.Reason.CRC));
            case "reject_tlv" ->
                assertThat(reading)
                        .isInstanceOfSatisfying(
                                Reading.Rejected.class,
                                rejected -> assertThat(rejected.reason()).isEqualTo(VietQr.Reason.TLV));
            case "reject_structure" ->
                assertThat(reading)
                        .isInstanceOfSatisfying(
                                Reading.Rejected.class,
                                rejected ->
                                        assertThat(rejected.reason()).isIn(VietQr.Reason.STRUCTURE, VietQr.Reason.TLV));
            // A lower-case checksum is read as upper case; this code is then refused for its structure.
            case "reader_choice" ->
                assertThat(reading)
                        .isInstanceOfSatisfying(
                                Reading.Rejected.class,
                                rejected -> assertThat(rejected.reason()).isNotEqualTo(VietQr.Reason.CRC));
            default -> throw new AssertionError("no such verdict: " + vector);
        }
    }

    private static void accepted(JsonNode vector, Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Read.class);
        VietQr code = ((Reading.Read) reading).code();
        assertThat(code.bankBin()).isEqualTo(vector.path("bin").asText());
        assertThat(code.account()).isEqualTo(vector.path("account").asText());
        assertThat(code.service().name()).isEqualTo(vector.path("service").asText());
        assertThat(Objects.requireNonNullElse(code.dong(), 0L))
                .isEqualTo(vector.path("amount").asLong());
        String again = code.encode();
        assertThat(VietQr.read(again)).isEqualTo(reading);
        if (!vector.path("payload").asText().contains("NPS")) {
            assertThat(again).isEqualTo(vector.path("payload").asText());
        }
    }
}
