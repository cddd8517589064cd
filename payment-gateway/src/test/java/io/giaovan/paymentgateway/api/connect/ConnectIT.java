package io.giaovan.paymentgateway.api.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Transfer;
import com.stripe.model.TransferReversal;
import com.stripe.net.RequestOptions;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountUpdateParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferReversalCreateParams;
import com.stripe.param.TransferUpdateParams;
import com.stripe.service.V1Services;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.api.TestShop;
import io.giaovan.store.outbox.AggregateWriter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A platform and the merchants it connects, through the official client library. */
class ConnectIT {
    private static TestGateway gateway;

    private final TestShop platform = TestShop.open(gateway);

    @BeforeAll
    static void start() {
        gateway = TestGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void theLedgerIsRight() {
        gateway.awaitQuiet();
        assertThat(gateway.ledger().audit().findings()).isEmpty();
    }

    private Account connect() throws StripeException {
        return platform.stripe()
                .accounts()
                .create(AccountCreateParams.builder()
                        .setType(AccountCreateParams.Type.CUSTOM)
                        .setCountry("VN")
                        .putMetadata("stall", "12")
                        .build());
    }

    private V1Services actingFor(Account account) {
        return platform.clientBuilder(platform.key())
                .setStripeAccount(account.getId())
                .build()
                .v1();
    }

    @Test
    void aPlatformActsForItsOwnMerchantsOnly() throws StripeException {
        Account stall = connect();
        PaymentIntent theirs =
                actingFor(stall).paymentIntents().create(TestShop.vietQr(5_000).build());

        assertThat(stall.getChargesEnabled()).isTrue();
        assertThat(theirs.getLastResponse().headers().firstValue("Stripe-Account"))
                .contains(stall.getId());
        assertThat(platform.stripe().paymentIntents().list().getData()).isEmpty();
        assertThat(actingFor(stall).paymentIntents().list().getData())
                .extracting(PaymentIntent::getId)
                .containsExactly(theirs.getId());
        TestShop stranger = TestShop.open(gateway);
        assertThatThrownBy(() -> stranger.stripe()
                        .paymentIntents()
                        .retrieve(
                                theirs.getId(),
                                RequestOptions.builder()
                                        .setStripeAccount(stall.getId())
                                        .build()))
                .isInstanceOf(PermissionException.class);
        assertThatThrownBy(() -> stranger.stripe().accounts().retrieve(stall.getId()))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(platform.stripe()
                        .accounts()
                        .update(
                                stall.getId(),
                                AccountUpdateParams.builder()
                                        .putMetadata("stall", "13")
                                        .build())
                        .getMetadata())
                .containsEntry("stall", "13");
        assertThat(platform.stripe().accounts().list().getData())
                .extracting(Account::getId)
                .containsExactly(stall.getId());
    }

    @Test
    void moneyGoesToAMerchantAndBackInParts() throws StripeException {
        Account stall = connect();
        platform.paid(100_000);
        Transfer sent = transfer(stall, 60_000);

        assertThat(balance(platform.stripe())).isEqualTo(40_000);
        assertThat(balance(actingFor(stall))).isEqualTo(60_000);
        BalanceTransaction out = platform.stripe().balanceTransactions().retrieve(sent.getBalanceTransaction());
        assertThat(out.getType()).isEqualTo("transfer");
        assertThat(out.getAmount()).isEqualTo(-60_000);
        assertThat(out.getSource()).isEqualTo(sent.getId());
        assertThat(actingFor(stall).balanceTransactions().list().getData())
                .extracting(BalanceTransaction::getType)
                .containsExactly("payment");

        TransferReversal back = platform.stripe()
                .transfers()
                .reversals()
                .create(
                        sent.getId(),
                        TransferReversalCreateParams.builder()
                                .setAmount(20_000L)
                                .build());
        assertThat(balance(platform.stripe())).isEqualTo(60_000);
        assertThatThrownBy(() -> platform.stripe()
                        .transfers()
                        .reversals()
                        .create(
                                sent.getId(),
                                TransferReversalCreateParams.builder()
                                        .setAmount(40_001L)
                                        .build()))
                .isInstanceOf(InvalidRequestException.class);
        platform.stripe().transfers().reversals().create(sent.getId());
        Transfer after = platform.stripe().transfers().retrieve(sent.getId());
        assertThat(after.getReversed()).isTrue();
        assertThat(after.getAmountReversed()).isEqualTo(60_000);
        assertThat(platform.stripe().transfers().reversals().list(sent.getId()).getData())
                .hasSize(2);
        assertThat(platform.stripe()
                        .transfers()
                        .reversals()
                        .retrieve(sent.getId(), back.getId())
                        .getAmount())
                .isEqualTo(20_000);
        assertThat(platform.stripe()
                        .transfers()
                        .update(
                                sent.getId(),
                                TransferUpdateParams.builder()
                                        .putMetadata("week", "48")
                                        .build())
                        .getMetadata())
                .containsEntry("week", "48");
        assertThat(platform.told()).contains("transfer.created", "transfer.reversed", "transfer.updated");
    }

    @Test
    void nobodySendsWhatIsNotThere() throws StripeException {
        Account stall = connect();
        platform.paid(10_000);

        assertThatThrownBy(() -> transfer(stall, 10_001))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("balance_insufficient"));
        Transfer all = transfer(stall, 10_000);
        Account second = connect();
        assertThatThrownBy(() -> TestShop.open(gateway)
                        .stripe()
                        .transfers()
                        .create(TransferCreateParams.builder()
                                .setAmount(1L)
                                .setCurrency("vnd")
                                .setDestination(stall.getId())
                                .build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("No such destination");
        assertThat(platform.stripe()
                        .transfers()
                        .list(TransferListParams.builder()
                                .setDestination(stall.getId())
                                .build())
                        .getData())
                .extracting(Transfer::getId)
                .containsExactly(all.getId());
        assertThat(platform.stripe()
                        .transfers()
                        .list(TransferListParams.builder()
                                .setDestination(second.getId())
                                .build())
                        .getData())
                .isEmpty();
    }

    @Test
    void ofManyWhoSendAtOnceNoneSendsTwice() throws Exception {
        Account stall = connect();
        platform.paid(50_000);
        List<Callable<Boolean>> sends = IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(_ -> () -> sent(stall, 10_000))
                .toList();

        List<Boolean> sent = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(sends)) {
                sent.add(one.get());
            }
        }

        assertThat(sent).filteredOn(Boolean::booleanValue).hasSize(5);
        assertThat(balance(platform.stripe())).isZero();
        assertThat(balance(actingFor(stall))).isEqualTo(50_000);
    }

    @Test
    void whatWasLeftHalfDoneIsFinishedOrTakenAwayByWhoeverLooksNext() throws StripeException {
        Account stall = connect();
        platform.paid(10_000);
        String covered = leftHalfDone(stall, 10_000);
        String uncovered = leftHalfDone(stall, 1);

        assertThat(platform.stripe().transfers().retrieve(covered).getAmount()).isEqualTo(10_000);
        assertThat(platform.stripe().transfers().retrieve(covered).getAmount()).isEqualTo(10_000);
        assertThatThrownBy(() -> platform.stripe().transfers().retrieve(uncovered))
                .isInstanceOf(InvalidRequestException.class);
        platform.paid(5_000);

        // it was taken away for good, so money that comes later does not wake it
        assertThatThrownBy(() -> platform.stripe().transfers().retrieve(uncovered))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(balance(platform.stripe())).isEqualTo(5_000);
        assertThat(balance(actingFor(stall))).isEqualTo(10_000);
        assertThat(platform.told().stream().filter("transfer.created"::equals)).hasSize(1);
    }

    /** A transfer as a process leaves it that dies before the ledger has it. */
    private String leftHalfDone(Account account, long dong) {
        MerchantTransfer transfer = new MerchantTransfer(
                "tr_" + account.getId().substring("acct_".length()) + dong,
                new MerchantId(platform.merchant()),
                account.getId(),
                Money.vnd(dong),
                null,
                null,
                null,
                Map.of(),
                false,
                List.of(),
                gateway.now(),
                1);
        Document document = new Document("_id", transfer.id())
                .append("schema", 1)
                .append("merchant", platform.merchant())
                .append("createdAt", Date.from(gateway.now()));
        document.putAll(new TransferCodec().fields(transfer));
        assertThat(gateway.bean(AggregateWriter.class).insert("gateway_transfers", document, List.of()))
                .isTrue();
        return transfer.id();
    }

    private boolean sent(Account account, long dong) throws StripeException {
        try {
            return transfer(account, dong).getAmount() == dong;
        } catch (InvalidRequestException refused) {
            assertThat(refused.getCode()).isEqualTo("balance_insufficient");
            return false;
        }
    }

    private Transfer transfer(Account account, long dong) throws StripeException {
        return platform.stripe()
                .transfers()
                .create(TransferCreateParams.builder()
                        .setAmount(dong)
                        .setCurrency("vnd")
                        .setDestination(account.getId())
                        .setTransferGroup("week-48")
                        .build());
    }

    private static long balance(V1Services stripe) throws StripeException {
        return stripe.balance().retrieve().getAvailable().getFirst().getAmount();
    }
}
