package io.giaovan.paymentgateway.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.ChargeView;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.TestBuyer;
import io.giaovan.paymentgateway.rail.vietqr.NoticeSignatures;
import io.giaovan.paymentgateway.rail.vietqr.VietQr;
import io.giaovan.paymentgateway.rail.vietqr.VietQrSettings.NoticeForm;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Notices in each form: the honest ones count once, all others change nothing or wait in suspense. */
class BankNoticeIT {
    private static final String ACCOUNT = "1023456789012";

    private final ObjectMapper json = HouseJson.newMapper();

    @ParameterizedTest
    @EnumSource
    void onlyHonestNoticesCountAndEachOnce(NoticeForm form) {
        try (TestGateway gateway = TestGateway.start(Map.of("giaovan.rails.vietqr.notice-form", form.name()))) {
            TestBuyer buyer = new TestBuyer(gateway);
            ChargeView open = buyer.pays(ChargeMethod.VIETQR, 250_000, null);
            String code = code(open);

            assertThat(send(gateway, form, 1, ACCOUNT, 250_000, code, "forged", 0))
                    .isEqualTo(401);
            assertThat(send(gateway, form, 2, "999", 250_000, code, null, 0)).isEqualTo(422);
            assertThat(send(gateway, form, 3, ACCOUNT, 0, code, null, 0)).isIn(200, 422);
            if (form != NoticeForm.PAYOS) {
                assertThat(send(gateway, form, 4, ACCOUNT, 250_000, code, null, -301))
                        .isEqualTo(401);
                assertThat(send(gateway, form, 4, ACCOUNT, 250_000, code, null, 301))
                        .isEqualTo(401);
            } else {
                assertThat(currency(gateway, code)).isEqualTo(422);
            }
            assertThat(buyer.now(open).status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
            assertThat(buyer.suspense()).isEqualTo(Money.vnd(0));

            assertThat(send(gateway, form, 5, ACCOUNT, 100_000, code, null, 0)).isEqualTo(200);
            assertThat(send(gateway, form, 5, ACCOUNT, 100_000, code, null, 0)).isEqualTo(200);
            assertThat(send(gateway, form, 5, ACCOUNT, 100_001, code, null, 0)).isEqualTo(422);
            assertThat(send(gateway, form, 6, ACCOUNT, 77, "no code at all", null, 0))
                    .isEqualTo(200);
            assertThat(buyer.now(open).status()).isEqualTo(ChargeStatus.REQUIRES_ACTION);
            assertThat(send(
                            gateway,
                            form,
                            7,
                            ACCOUNT,
                            150_000,
                            "CT " + code.toLowerCase(java.util.Locale.ROOT),
                            null,
                            0))
                    .isEqualTo(200);
            assertThat(send(gateway, form, 5, ACCOUNT, 100_000, code, null, 0)).isEqualTo(200);
            gateway.awaitQuiet();

            assertThat(buyer.now(open).status()).isEqualTo(ChargeStatus.SUCCEEDED);
            assertThat(buyer.balance()).isEqualTo(Money.vnd(250_000));
            assertThat(buyer.suspense()).isEqualTo(Money.vnd(77));
            assertThat(gateway.ledger().audit().findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSandboxBankTellsInTheHousesForm(NoticeForm form) {
        try (TestGateway gateway = TestGateway.start(Map.of("giaovan.rails.vietqr.notice-form", form.name()))) {
            TestBuyer buyer = new TestBuyer(gateway);
            ChargeView open = buyer.pays(ChargeMethod.VIETQR, 90_000, null);
            gateway.post("/sandbox/bank/faults", Map.of("duplicates", true, "shuffleMillis", 50));
            gateway.post(
                    "/sandbox/bank/transfers",
                    Map.of("qrData", Objects.requireNonNull(open.nextAction()).qrData()));
            gateway.awaitQuiet();

            assertThat(buyer.balance()).isEqualTo(Money.vnd(90_000));
            NoticeForm other = form == NoticeForm.SEPAY ? NoticeForm.CASSO : NoticeForm.SEPAY;
            assertThat(send(gateway, other, 9, ACCOUNT, 1, "x", null, 0)).isEqualTo(404);
        }
    }

    private static String code(ChargeView charge) {
        String qr = Objects.requireNonNull(
                Objects.requireNonNull(charge.nextAction()).qrData());
        return switch (VietQr.read(qr)) {
            case VietQr.Reading.Read read -> Objects.requireNonNull(read.code().purpose());
            case VietQr.Reading.Rejected rejected -> throw new AssertionError(rejected);
        };
    }

    private int currency(TestGateway gateway, String code) {
        ObjectNode body = payOs(8, ACCOUNT, 250_000, code);
        body.withObject("/data").put("currency", "USD");
        body.put("signature", NoticeSignatures.payOs(secret(gateway, null), body.path("data")));
        return post(gateway, NoticeForm.PAYOS, body.toString(), Map.of());
    }

    private int send(
            TestGateway gateway,
            NoticeForm form,
            long id,
            String account,
            long dong,
            String content,
            @Nullable String forgedSecret,
            long secondsOff) {
        String secret = secret(gateway, forgedSecret);
        String time = Long.toString(Instant.now().getEpochSecond() + secondsOff);
        return switch (form) {
            case SEPAY -> {
                String body = json.createObjectNode()
                        .put("id", id)
                        .put("transactionDate", "2026-11-24 09:00:00")
                        .put("accountNumber", account)
                        .put("content", content)
                        .put("transferType", "in")
                        .put("transferAmount", dong)
                        .put("referenceCode", "FT" + id)
                        .toString();
                yield post(
                        gateway,
                        form,
                        body,
                        Map.of(
                                "X-SePay-Timestamp",
                                time,
                                "X-SePay-Signature",
                                NoticeSignatures.sePay(secret, time, body.getBytes(StandardCharsets.UTF_8))));
            }
            case PAYOS -> {
                ObjectNode body = payOs(id, account, dong, content);
                body.put("signature", NoticeSignatures.payOs(secret, body.path("data")));
                yield post(gateway, form, body.toString(), Map.of());
            }
            case CASSO -> {
                ObjectNode body = json.createObjectNode().put("error", 0);
                body.putObject("data")
                        .put("id", id)
                        .put("reference", "FT" + id)
                        .put("description", content)
                        .put("amount", dong)
                        .put("transactionDateTime", "2026-11-24 09:00:00")
                        .put("accountNumber", account);
                String signature = NoticeSignatures.casso(secret, time, body, json);
                yield post(
                        gateway, form, body.toString(), Map.of("X-Casso-Signature", "t=" + time + ",v1=" + signature));
            }
        };
    }

    private ObjectNode payOs(long id, String account, long dong, String content) {
        ObjectNode body = json.createObjectNode().put("code", "00").put("success", true);
        body.putObject("data")
                .put("amount", dong)
                .put("description", content)
                .put("accountNumber", account)
                .put("reference", "FT " + id)
                .put("transactionDateTime", "2026-11-24 09:00:00")
                .putNull("currency");
        return body;
    }

    private static String secret(TestGateway gateway, @Nullable String forged) {
        return forged == null ? gateway.bean(RailAddresses.class).secret(null, "bank-notices") : forged;
    }

    private static int post(TestGateway gateway, NoticeForm form, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address().resolve(form.path()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return gateway.send(request).statusCode();
    }
}
