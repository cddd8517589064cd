package io.giaovan.paymentgateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Balance;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Payout;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.sun.net.httpserver.HttpServer;
import io.giaovan.contracts.delivery.Proof;
import io.giaovan.contracts.delivery.ProofKind;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.CaptureRequest;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.payment.PayoutRequest;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.ledger.LedgerAudit;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official client library, unchanged, against a running gateway. */
class StripeClientIT {
    private static TestGateway gateway;
    private static int count;

    private final String merchant = "lotus-" + count++;
    private final String key = "sk_test_0123456789abcdef_" + merchant;
    private final StripeClient stripe = client(key);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start(Map.of("giaovan.outgoing.allow-private-targets", true));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    StripeClientIT() {
        var granted = gateway.post("/internal/gateway-keys", Map.of("merchantId", merchant, "key", key));
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
    }

    @AfterEach
    void theLedgerIsRight() {
        gateway.awaitQuiet();
        LedgerAudit audit = gateway.ledger().audit();

        assertThat(audit.findings()).isEmpty();
        assertThat(audit.capturesPerChargeMax()).isLessThanOrEqualTo(1);
    }

    @Test
    void anIntentIsCreatedConfirmedAndPaidByScanning() throws StripeException {
        PaymentIntent created = stripe.v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(250_000L)
                        .setCurrency("vnd")
                        .addPaymentMethodType("vietqr")
                        .setDescription("Trà sen & bánh cốm")
                        .putMetadata("order.id", "DH-1")
                        .build());
        PaymentIntent confirmed = stripe.v1().paymentIntents().confirm(created.getId());

        assertThat(created.getStatus()).isEqualTo("requires_confirmation");
        assertThat(created.getAmount()).isEqualTo(250_000);
        assertThat(created.getMetadata()).containsExactly(Map.entry("order.id", "DH-1"));
        assertThat(created.getDescription()).isEqualTo("Trà sen & bánh cốm");
        assertThat(created.getCreated()).isEqualTo(gateway.now().getEpochSecond());
        assertThat(created.getLastResponse().requestId()).startsWith("req_");
        assertThat(confirmed.getStatus()).isEqualTo("requires_action");
        assertThat(confirmed.getNextAction().getType()).isEqualTo("vietqr_display_qr_code");
        var shown =
                confirmed.getRawJsonObject().getAsJsonObject("next_action").getAsJsonObject("vietqr_display_qr_code");
        assertThat(shown.get("data").getAsString()).startsWith("000201");
        var picture = gateway.get(shown.get("image_url_png").getAsString());
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");

        scan(shown.get("data").getAsString());
        gateway.awaitQuiet();
        PaymentIntent paid = stripe.v1()
                .paymentIntents()
                .retrieve(
                        created.getId(),
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge")
                                .addExpand("payment_method")
                                .build());

        assertThat(paid.getStatus()).isEqualTo("succeeded");
        assertThat(paid.getAmountReceived()).isEqualTo(250_000);
        Charge charge = paid.getLatestChargeObject();
        assertThat(charge.getPaid()).isTrue();
        assertThat(charge.getAmountCaptured()).isEqualTo(250_000);
        assertThat(paid.getPaymentMethodObject().getType()).isEqualTo("vietqr");
    }

    @Test
    void heldMoneyIsCapturedInPart() throws StripeException {
        PaymentIntent asked =
                create(carrierBilling("+84901234511", CaptureMethod.MANUAL).setConfirm(true));
        assertThat(asked.getStatus()).isEqualTo("requires_action");
        assertThat(asked.getNextAction().getType()).isEqualTo("carrier_billing_enter_otp");
        assertThat(asked.getLastResponse().body()).doesNotContain("901234511");

        assertThatThrownBy(() -> enterPassword(asked, "000000"))
                .isInstanceOfSatisfying(
                        CardException.class,
                        wrong -> assertThat(wrong.getCode()).isEqualTo("invalid_one_time_password"));
        PaymentIntent held = enterPassword(asked, gateway.passwordOn("+84901234511"));
        assertThat(held.getStatus()).isEqualTo("requires_capture");
        assertThat(held.getAmountCapturable()).isEqualTo(90_000);
        PaymentIntent taken = stripe.v1()
                .paymentIntents()
                .capture(
                        held.getId(),
                        PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(60_000L)
                                .build());

        assertThat(taken.getStatus()).isEqualTo("succeeded");
        assertThat(taken.getAmountReceived()).isEqualTo(60_000);
        assertThat(taken.getAmountCapturable()).isZero();
        assertThatThrownBy(() -> stripe.v1().paymentIntents().capture(held.getId()))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo("payment_intent_unexpected_state");
                    assertThat(refused.getStripeError().getPaymentIntent().getStatus())
                            .isEqualTo("succeeded");
                });
        assertThat(stripe.v1().balance().retrieve().getAvailable().getFirst().getAmount())
                .isEqualTo(60_000);
    }

    @Test
    void anIntentIsCanceledOnceAndNeverAfterwards() throws StripeException {
        PaymentIntent held =
                create(carrierBilling("+84900000002", CaptureMethod.MANUAL).setConfirm(true));
        assertThat(held.getStatus()).isEqualTo("requires_capture");

        PaymentIntent canceled = stripe.v1()
                .paymentIntents()
                .cancel(
                        held.getId(),
                        PaymentIntentCancelParams.builder()
                                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                                .build());

        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(canceled.getCancellationReason()).isEqualTo("abandoned");
        assertThat(canceled.getCanceledAt()).isEqualTo(gateway.now().getEpochSecond());
        assertThatThrownBy(() -> stripe.v1().paymentIntents().cancel(held.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("status of canceled");
        assertThatThrownBy(() -> stripe.v1().paymentIntents().confirm(held.getId()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aDeniedPhoneAccountIsACardErrorAndAnotherWayCanBeTried() throws StripeException {
        CardException denied = refusal(
                CardException.class,
                carrierBilling("+84900000001", CaptureMethod.AUTOMATIC).setConfirm(true));
        PaymentIntent failed = denied.getStripeError().getPaymentIntent();

        assertThat(denied.getStatusCode()).isEqualTo(402);
        assertThat(denied.getCode()).isEqualTo("payment_denied");
        assertThat(failed.getStatus()).isEqualTo("requires_payment_method");
        assertThat(failed.getLastPaymentError().getCode()).isEqualTo("payment_denied");
        assertThatThrownBy(() -> stripe.v1().paymentIntents().confirm(failed.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("missing a payment method");
        PaymentIntent again = stripe.v1()
                .paymentIntents()
                .confirm(
                        failed.getId(),
                        PaymentIntentConfirmParams.builder()
                                .putExtraParam(
                                        "payment_method_data",
                                        Map.of(
                                                "type",
                                                "carrier_billing",
                                                "carrier_billing",
                                                Map.of("phone", "0901234522")))
                                .build());
        assertThat(again.getStatus()).isEqualTo("requires_action");
        assertThat(enterPassword(again, gateway.passwordOn("+84901234522")).getStatus())
                .isEqualTo("succeeded");
    }

    @Test
    void anIntentIsUpdatedUntilItIsSent() throws StripeException {
        PaymentIntent open = create(vietQr(10_000).putMetadata("a", "1").putMetadata("b", "2"));

        PaymentIntent updated = stripe.v1()
                .paymentIntents()
                .update(
                        open.getId(),
                        PaymentIntentUpdateParams.builder()
                                .setAmount(12_000L)
                                .setDescription("Changed")
                                .setMetadata(Map.of("b", "", "c", "3"))
                                .build());

        assertThat(updated.getAmount()).isEqualTo(12_000);
        assertThat(updated.getMetadata()).containsOnly(Map.entry("a", "1"), Map.entry("c", "3"));
        PaymentIntent sent = stripe.v1().paymentIntents().confirm(open.getId());
        assertThat(sent.getAmount()).isEqualTo(12_000);
        assertThatThrownBy(() -> stripe.v1()
                        .paymentIntents()
                        .update(
                                open.getId(),
                                PaymentIntentUpdateParams.builder()
                                        .setAmount(1L)
                                        .build()))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(stripe.v1()
                        .paymentIntents()
                        .update(
                                open.getId(),
                                PaymentIntentUpdateParams.builder()
                                        .setDescription("Still noted")
                                        .build())
                        .getDescription())
                .isEqualTo("Still noted");
    }

    @Test
    void aPaidIntentIsRefundedInPartsAndNeverBeyond() throws StripeException {
        PaymentIntent paid = paid(100_000);

        Refund part = stripe.v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(paid.getId())
                        .setAmount(30_000L)
                        .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                        .putMetadata("why", "broken")
                        .build());
        assertThatThrownBy(() -> stripe.v1()
                        .refunds()
                        .create(RefundCreateParams.builder()
                                .setPaymentIntent(paid.getId())
                                .setAmount(70_001L)
                                .build()))
                .isInstanceOf(InvalidRequestException.class);
        Refund rest = stripe.v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(paid.getId())
                        .build());
        gateway.awaitQuiet();

        assertThat(rest.getAmount()).isEqualTo(70_000);
        assertThat(stripe.v1().refunds().retrieve(part.getId()).getStatus()).isEqualTo("succeeded");
        assertThat(stripe.v1().refunds().retrieve(part.getId()).getMetadata()).containsEntry("why", "broken");
        assertThat(stripe.v1()
                        .refunds()
                        .list(RefundListParams.builder()
                                .setPaymentIntent(paid.getId())
                                .build())
                        .getData())
                .extracting(Refund::getId)
                .containsExactlyInAnyOrder(part.getId(), rest.getId());
        assertThat(stripe.v1().refunds().list().getData()).hasSize(2);
        assertThatThrownBy(() -> stripe.v1()
                        .refunds()
                        .create(RefundCreateParams.builder()
                                .setPaymentIntent(paid.getId())
                                .build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("charge_already_refunded"));
        Charge charge = stripe.v1().charges().retrieve(paid.getLatestCharge());
        assertThat(charge.getRefunded()).isTrue();
        assertThat(charge.getAmountRefunded()).isEqualTo(100_000);
    }

    @Test
    void listsGoOnFromAnyItemInBothDirections() throws StripeException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            gateway.pass(Duration.ofSeconds(1));
            ids.addFirst(create(vietQr(1_000 + i)).getId());
        }

        StripeCollection<PaymentIntent> page = stripe.v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder().setLimit(3L).build());
        List<String> all = new ArrayList<>();
        page.autoPagingIterable().forEach(intent -> all.add(intent.getId()));
        StripeCollection<PaymentIntent> before = stripe.v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder()
                        .setLimit(2L)
                        .setEndingBefore(ids.get(4))
                        .build());

        assertThat(page.getData()).hasSize(3);
        assertThat(page.getHasMore()).isTrue();
        assertThat(all).isEqualTo(ids);
        assertThat(before.getData()).extracting(PaymentIntent::getId).containsExactly(ids.get(2), ids.get(3));
        assertThat(before.getHasMore()).isTrue();
        assertThat(stripe.v1()
                        .paymentIntents()
                        .list(PaymentIntentListParams.builder()
                                .setCreated(PaymentIntentListParams.Created.builder()
                                        .setGte(gateway.now().getEpochSecond() - 1)
                                        .build())
                                .build())
                        .getData())
                .extracting(PaymentIntent::getId)
                .containsExactly(ids.get(0), ids.get(1));
        assertThatThrownBy(() -> stripe.v1()
                        .paymentIntents()
                        .list(PaymentIntentListParams.builder().setLimit(101L).build()))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(stripe.v1()
                        .paymentIntents()
                        .list(PaymentIntentListParams.builder().setLimit(100L).build())
                        .getData())
                .hasSize(7);
    }

    @Test
    void aKeyIsAnsweredOnceHoweverOftenAndFromHoweverManyThreads() throws Exception {
        RequestOptions once =
                RequestOptions.builder().setIdempotencyKey("once-" + merchant).build();
        PaymentIntentCreateParams wanted = vietQr(5_000).build();
        List<Callable<String>> calls = IntStream.range(0, 16)
                .<Callable<String>>mapToObj(_ -> () -> untilAnswered(wanted, once))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> ids = new ArrayList<>();
            for (var call : threads.invokeAll(calls)) {
                ids.add(call.get());
            }
            assertThat(ids).hasSize(16);
            assertThat(ids.stream().distinct()).hasSize(1);
        }

        PaymentIntent replayed = stripe.v1().paymentIntents().create(wanted, once);
        assertThat(replayed.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(stripe.v1().paymentIntents().list().getData()).hasSize(1);
        assertThatThrownBy(
                        () -> stripe.v1().paymentIntents().create(vietQr(5_001).build(), once))
                .isInstanceOfSatisfying(
                        IdempotencyException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(400));
        assertThatThrownBy(() -> stripe.v1()
                        .paymentIntents()
                        .cancel(
                                replayed.getId(),
                                PaymentIntentCancelParams.builder().build(),
                                once))
                .isInstanceOf(IdempotencyException.class);
    }

    /** In flight is 409, which the library would try again; here by hand, so that 16 threads really meet. */
    private String untilAnswered(PaymentIntentCreateParams wanted, RequestOptions once) throws StripeException {
        for (int tries = 0; tries < 1_000; tries++) {
            try {
                return stripe.v1().paymentIntents().create(wanted, once).getId();
            } catch (ApiException busy) {
                assertThat(busy.getStatusCode()).isEqualTo(409);
                assertThat(busy.getCode()).isEqualTo("idempotency_key_in_use");
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("still in flight after 1000 tries");
    }

    @Test
    void keysOpenOnlyWhatIsTheirs() throws StripeException {
        PaymentIntent mine = create(vietQr(1_000));
        String otherKey = "sk_test_0123456789abcdef_other_" + merchant;
        gateway.post("/internal/gateway-keys", Map.of("merchantId", "other-" + merchant, "key", otherKey));
        String looking = "rk_test_0123456789abcdef_" + merchant;
        gateway.post("/internal/gateway-keys", Map.of("merchantId", merchant, "key", looking));

        assertThatThrownBy(() -> client("sk_test_wrong").v1().paymentIntents().retrieve(mine.getId()))
                .isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> client(otherKey).v1().paymentIntents().retrieve(mine.getId()))
                .isInstanceOfSatisfying(InvalidRequestException.class, none -> {
                    assertThat(none.getStatusCode()).isEqualTo(404);
                    assertThat(none.getCode()).isEqualTo("resource_missing");
                });
        assertThat(client(otherKey).v1().paymentIntents().list().getData()).isEmpty();
        assertThat(client(looking).v1().paymentIntents().retrieve(mine.getId()).getId())
                .isEqualTo(mine.getId());
        assertThatThrownBy(() -> client(looking).v1().paymentIntents().cancel(mine.getId()))
                .isInstanceOf(PermissionException.class);
        assertThat(gateway.post("/internal/gateway-keys", Map.of("merchantId", merchant, "key", key))
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.post("/internal/gateway-keys", Map.of("merchantId", "other-" + merchant, "key", key))
                        .statusCode())
                .isEqualTo(422);
        assertThat(gateway.post("/internal/gateway-keys", Map.of("merchantId", merchant, "key", "short"))
                        .body())
                .doesNotContain("short");
        assertThat(raw(
                                "/v1/payment_intents/" + mine.getId(),
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString((key + ":").getBytes(StandardCharsets.UTF_8)))
                        .statusCode())
                .isEqualTo(200);
        var unknown = raw("/v1/nothing", "Bearer " + key);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("\"type\":\"invalid_request_error\"");
        assertThat(unknown.headers().firstValue("Request-Id")).isPresent();
    }

    @Test
    void badParametersAreNamedAndChangeNothing() throws StripeException {
        assertThat(refusal(
                                InvalidRequestException.class,
                                PaymentIntentCreateParams.builder().setCurrency("vnd"))
                        .getParam())
                .isEqualTo("amount");
        assertThat(refusal(InvalidRequestException.class, vietQr(0)).getParam()).isEqualTo("amount");
        assertThat(refusal(InvalidRequestException.class, vietQr(1).setCurrency("usd"))
                        .getParam())
                .isEqualTo("currency");
        assertThat(refusal(
                                InvalidRequestException.class,
                                PaymentIntentCreateParams.builder()
                                        .setAmount(1L)
                                        .setCurrency("vnd")
                                        .addPaymentMethodType("card"))
                        .getParam())
                .isEqualTo("payment_method_types");
        assertThat(refusal(InvalidRequestException.class, vietQr(1).setCaptureMethod(CaptureMethod.MANUAL))
                        .getParam())
                .isEqualTo("capture_method");
        assertThat(refusal(InvalidRequestException.class, vietQr(1).putExtraParam("colour", "red"))
                        .getCode())
                .isEqualTo("parameter_unknown");
        InvalidRequestException card = refusal(
                InvalidRequestException.class, vietQr(1).putMetadata("note", "it is 4242 4242 4242 4242, thanks"));
        assertThat(card.getCode()).isEqualTo("raw_card_number");
        assertThat(card.getMessage()).doesNotContain("4242");
        InvalidRequestException phone =
                refusal(InvalidRequestException.class, carrierBilling("12ab", CaptureMethod.AUTOMATIC));
        assertThat(phone.getMessage()).doesNotContain("12ab");
        assertThatThrownBy(() -> stripe.v1()
                        .paymentIntents()
                        .list(PaymentIntentListParams.builder()
                                .addExpand("data.review")
                                .build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("cannot be expanded");
        assertThat(stripe.v1().paymentIntents().list().getData()).isEmpty();
    }

    @Test
    void theBalanceIsTheSumOfItsTransactionsAlsoAfterAPayout() throws StripeException {
        PaymentIntent paid = paid(250_000);
        stripe.v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(paid.getId())
                        .setAmount(50_000L)
                        .build());
        gateway.desk()
                .payOut(new PayoutRequest(
                        "po-" + merchant, new MerchantId(merchant), Money.vnd(120_000), Money.vnd(3_000)));
        TestGateway.await(
                () -> payouts().stream().anyMatch(payout -> payout.getStatus().equals("paid")),
                () -> "the payout is paid");

        List<BalanceTransaction> all = new ArrayList<>();
        stripe.v1()
                .balanceTransactions()
                .list(BalanceTransactionListParams.builder().setLimit(2L).build())
                .autoPagingIterable()
                .forEach(all::add);

        assertThat(all)
                .extracting(BalanceTransaction::getType)
                .containsExactlyInAnyOrder("payment", "payment_refund", "payout");
        assertThat(all.stream().mapToLong(BalanceTransaction::getNet).sum()).isEqualTo(77_000);
        assertThat(all).allMatch(one -> one.getNet() == one.getAmount() - one.getFee());
        Balance balance = stripe.v1().balance().retrieve();
        assertThat(balance.getAvailable().getFirst().getAmount()).isEqualTo(77_000);
        Payout payout = stripe.v1().payouts().retrieve(payouts().getFirst().getId());
        assertThat(payout.getAmount()).isEqualTo(120_000);
        BalanceTransaction out = stripe.v1().balanceTransactions().retrieve(payout.getBalanceTransaction());
        assertThat(out.getSource()).isEqualTo(payout.getId());
        assertThat(out.getFee()).isEqualTo(3_000);
        gateway.awaitQuiet();
        assertThat(stripe.v1().events().list().getData())
                .extracting(Event::getType)
                .contains("payout.created", "payout.updated", "payout.paid");
    }

    private List<Payout> payouts() {
        try {
            return stripe.v1().payouts().list().getData();
        } catch (StripeException trouble) {
            throw new AssertionError(trouble);
        }
    }

    @Test
    void eventsTellTheLifeOfAnIntentInOrder() throws StripeException {
        PaymentIntent paid = paid(20_000);
        stripe.v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(paid.getId())
                        .build());
        gateway.awaitQuiet();

        List<Event> events = stripe.v1().events().list().getData();

        assertThat(events.reversed())
                .extracting(Event::getType)
                .containsExactly(
                        "payment_intent.created",
                        "payment_intent.requires_action",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "refund.created",
                        "refund.updated",
                        "charge.refunded");
        Event succeeded = events.stream()
                .filter(event -> event.getType().equals("payment_intent.succeeded"))
                .findFirst()
                .orElseThrow();
        PaymentIntent then = (PaymentIntent)
                succeeded.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(then.getId()).isEqualTo(paid.getId());
        assertThat(then.getAmountReceived()).isEqualTo(20_000);
        assertThat(stripe.v1().events().retrieve(succeeded.getId()).getType()).isEqualTo("payment_intent.succeeded");
        assertThat(stripe.v1()
                        .events()
                        .list(EventListParams.builder()
                                .setType("charge.refunded")
                                .build())
                        .getData())
                .hasSize(1);
    }

    @Test
    void tooLittleMoneyIsToldAndAnIntentMayBeGivenUpWithoutAReason() throws StripeException {
        PaymentIntent asked = create(vietQr(50_000).setConfirm(true));
        String qr = asked.getRawJsonObject()
                .getAsJsonObject("next_action")
                .getAsJsonObject("vietqr_display_qr_code")
                .get("data")
                .getAsString();
        gateway.post("/sandbox/bank/transfers", Map.of("qrData", qr, "amount", 20_000));
        gateway.awaitQuiet();

        PaymentIntent short30 = stripe.v1().paymentIntents().retrieve(asked.getId());
        assertThat(short30.getStatus()).isEqualTo("requires_action");
        assertThat(short30.getRawJsonObject()
                        .getAsJsonObject("next_action")
                        .getAsJsonObject("vietqr_display_qr_code")
                        .get("amount_remaining")
                        .getAsLong())
                .isEqualTo(30_000);
        assertThat(stripe.v1().balance().retrieve().getPending().getFirst().getAmount())
                .isEqualTo(20_000);
        PaymentIntent canceled = stripe.v1().paymentIntents().cancel(asked.getId());
        gateway.awaitQuiet();

        assertThat(canceled.getStatus()).isEqualTo("canceled");
        assertThat(canceled.getCancellationReason()).isNull();
        assertThat(stripe.v1().events().list().getData().reversed())
                .extracting(Event::getType)
                .containsExactly(
                        "payment_intent.created",
                        "payment_intent.requires_action",
                        "payment_intent.partially_funded",
                        "payment_intent.canceled");
        assertThat(stripe.v1().balance().retrieve().getPending().getFirst().getAmount())
                .isZero();
    }

    @Test
    void webhooksArriveSignedUntilTheyAreTaken() throws Exception {
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        List<String> signatures = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger refusals = new AtomicInteger(1);
        HttpServer shop = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        shop.createContext("/hook", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            signatures.add(exchange.getRequestHeaders().getFirst("Stripe-Signature"));
            exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 500 : 200, -1);
            exchange.close();
        });
        shop.start();
        try {
            WebhookEndpointCreateParams wanted = WebhookEndpointCreateParams.builder()
                    .setUrl("http://127.0.0.1:" + shop.getAddress().getPort() + "/hook")
                    .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.PAYMENT_INTENT__SUCCEEDED)
                    .build();
            RequestOptions once = RequestOptions.builder()
                    .setIdempotencyKey("hook-" + merchant)
                    .build();
            WebhookEndpoint endpoint = stripe.v1().webhookEndpoints().create(wanted, once);

            assertThat(endpoint.getSecret()).startsWith("whsec_");
            assertThat(stripe.v1().webhookEndpoints().create(wanted, once).getSecret())
                    .isEqualTo(endpoint.getSecret());
            assertThat(stripe.v1().webhookEndpoints().retrieve(endpoint.getId()).getSecret())
                    .isNull();
            assertThat(gateway.mongo()
                            .database()
                            .getCollection("idempotency_keys")
                            .find()
                            .into(new ArrayList<>())
                            .toString())
                    .doesNotContain("whsec_");
            PaymentIntent paid = paid(30_000);
            TestGateway.await(() -> bodies.size() == 1, () -> "the first try");
            gateway.pass(Duration.ofMinutes(1));
            gateway.awaitQuiet();

            assertThat(bodies).hasSize(2);
            assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
            Event event = Webhook.constructEvent(bodies.get(1), signatures.get(1), endpoint.getSecret());
            PaymentIntent told = (PaymentIntent)
                    event.getDataObjectDeserializer().getObject().orElseThrow();
            assertThat(told.getId()).isEqualTo(paid.getId());
            assertThatThrownBy(() -> Webhook.constructEvent(
                            bodies.get(1).replace("30000", "30001"), signatures.get(1), endpoint.getSecret()))
                    .isInstanceOf(SignatureVerificationException.class);
            assertThat(stripe.v1().webhookEndpoints().list().getData()).hasSize(1);
            assertThat(stripe.v1().webhookEndpoints().delete(endpoint.getId()).getDeleted())
                    .isTrue();
            paid(31_000);
            assertThat(bodies).hasSize(2);
        } finally {
            shop.stop(0);
        }
    }

    @Test
    void cashIsTakenByTheCourierAndNotByTheApi() throws StripeException {
        PaymentIntent waiting = create(PaymentIntentCreateParams.builder()
                .setAmount(40_000L)
                .setCurrency("vnd")
                .addPaymentMethodType("cash")
                .setCaptureMethod(CaptureMethod.MANUAL)
                .setConfirm(true));

        assertThat(waiting.getStatus()).isEqualTo("processing");
        assertThatThrownBy(() -> stripe.v1().paymentIntents().capture(waiting.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("processing");
        gateway.desk()
                .capture(
                        new MerchantId(merchant),
                        new ChargeId(waiting.getId()),
                        new CaptureRequest(
                                Money.vnd(40_000), new Proof("p", ProofKind.CODE, "00", gateway.now(), null), "c-1"));
        assertThat(stripe.v1().paymentIntents().retrieve(waiting.getId()).getStatus())
                .isEqualTo("succeeded");
    }

    private PaymentIntent paid(long dong) throws StripeException {
        PaymentIntent asked = create(vietQr(dong).setConfirm(true));
        scan(asked.getRawJsonObject()
                .getAsJsonObject("next_action")
                .getAsJsonObject("vietqr_display_qr_code")
                .get("data")
                .getAsString());
        gateway.awaitQuiet();
        PaymentIntent paid = stripe.v1().paymentIntents().retrieve(asked.getId());
        assertThat(paid.getStatus()).isEqualTo("succeeded");
        return paid;
    }

    private PaymentIntent enterPassword(PaymentIntent asked, String password) throws StripeException {
        return stripe.v1()
                .paymentIntents()
                .confirm(
                        asked.getId(),
                        PaymentIntentConfirmParams.builder()
                                .putExtraParam(
                                        "payment_method_options", Map.of("carrier_billing", Map.of("code", password)))
                                .build());
    }

    private PaymentIntent create(PaymentIntentCreateParams.Builder wanted) throws StripeException {
        return stripe.v1().paymentIntents().create(wanted.build());
    }

    private <T extends StripeException> T refusal(Class<T> type, PaymentIntentCreateParams.Builder wanted) {
        return catchThrowableOfType(type, () -> create(wanted));
    }

    private static PaymentIntentCreateParams.Builder vietQr(long dong) {
        return PaymentIntentCreateParams.builder()
                .setAmount(dong)
                .setCurrency("vnd")
                .addPaymentMethodType("vietqr");
    }

    private static PaymentIntentCreateParams.Builder carrierBilling(String phone, CaptureMethod capture) {
        return PaymentIntentCreateParams.builder()
                .setAmount(90_000L)
                .setCurrency("vnd")
                .setCaptureMethod(capture)
                .addPaymentMethodType("carrier_billing")
                .putExtraParam(
                        "payment_method_data",
                        Map.of("type", "carrier_billing", "carrier_billing", Map.of("phone", phone)));
    }

    private static HttpResponse<String> raw(String path, String authorization) {
        return gateway.send(
                HttpRequest.newBuilder(gateway.address().resolve(path)).header("Authorization", authorization));
    }

    static StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(gateway.address().toString())
                .build();
    }

    private static void scan(String qr) {
        assertThat(gateway.post("/sandbox/bank/transfers", Map.of("qrData", qr)).statusCode())
                .isEqualTo(201);
    }
}
