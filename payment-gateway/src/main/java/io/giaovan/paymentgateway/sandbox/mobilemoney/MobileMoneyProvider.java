package io.giaovan.paymentgateway.sandbox.mobilemoney;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.mobilemoney.MobileMoneySettings;
import io.giaovan.paymentgateway.sandbox.SandboxFaults;
import io.giaovan.paymentgateway.sandbox.callback.SandboxCallback;
import io.giaovan.paymentgateway.sandbox.callback.SandboxCallbacks;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How the fake provider behaves. Some numbers always do the same, as in a test mode: see {@link Magic}. A correlation id
 * is one transaction.
 */
@Singleton
final class MobileMoneyProvider {
    static final Duration APPROVED_WITHIN = Duration.ofMinutes(5);
    private static final BigDecimal AMOUNT_MAX = new BigDecimal("20000000");

    private final MongoMobileMoneyBooks books;
    private final MobileMoneySettings settings;
    private final RailAddresses addresses;
    private final SandboxCallbacks callbacks;
    private final ObjectMapper json;
    private final Clock clock;
    private final Clock wall;
    private final SandboxFaults faults = new SandboxFaults();

    /** Numbers with a behaviour of their own. */
    enum Magic {
        INSUFFICIENT_FUNDS("+84910000001"),
        APPROVES("+84910000002"),
        DECLINES("+84910000003"),
        PUSH_REPLY_LOST("+84910000004"),
        NO_CALLBACK("+84910000005"),
        OVER_MONTHLY_LIMIT("+84910000006"),
        REVERSAL_REFUSED("+84910000007"),
        UNKNOWN_SUBSCRIBER("+84910000008");

        private final String phone;

        Magic(String phone) {
            this.phone = phone;
        }

        boolean is(String other) {
            return phone.equals(other);
        }
    }

    MobileMoneyProvider(
            MongoMobileMoneyBooks books,
            MobileMoneySettings settings,
            RailAddresses addresses,
            SandboxCallbacks callbacks,
            ObjectMapper json,
            Clock clock,
            @Named("wall") Clock wall) {
        this.books = books;
        this.settings = settings;
        this.addresses = addresses;
        this.callbacks = callbacks;
        this.json = json;
        this.clock = clock;
        this.wall = wall;
    }

    SandboxFaults faults() {
        return faults;
    }

    /** Takes a push or a disbursement. */
    GsmaTransaction begin(
            String type, JsonNode body, String digest, @Nullable String correlation, @Nullable String callback) {
        GsmaChecks.transaction(body);
        boolean push = type.equals("merchantpay");
        if (!push && !type.equals("disbursement")) {
            throw GsmaRefusal.business("transactionTypeError", "Only merchantpay and disbursement are offered here");
        }
        String phone = GsmaChecks.phone(body, push ? "debitParty" : "creditParty");
        if (phone == null || !phone.matches("\\+[1-9][0-9]{4,14}")) {
            throw GsmaRefusal.format("the msisdn of " + (push ? "debitParty" : "creditParty") + " is missing or wrong");
        }
        if (callback != null) {
            checkCallback(callback);
        }
        GsmaTransaction begun = kept(type, phone, body, digest, correlation, callback, null);
        if (!push && Magic.REVERSAL_REFUSED.is(phone)) {
            finish(begun, GsmaTransaction.FAILED, "businessRule", "maxBalanceExceeded");
        } else if (!push) {
            finish(begun, GsmaTransaction.COMPLETED, null, null);
        } else if (Magic.INSUFFICIENT_FUNDS.is(phone)) {
            finish(begun, GsmaTransaction.FAILED, "businessRule", "insufficientFunds");
        } else if (Magic.DECLINES.is(phone)) {
            finish(begun, GsmaTransaction.FAILED, "authorisation", "requestDeclined");
        } else if (Magic.APPROVES.is(phone) || Magic.PUSH_REPLY_LOST.is(phone) || Magic.NO_CALLBACK.is(phone)) {
            finish(begun, GsmaTransaction.COMPLETED, null, null);
        }
        return begun;
    }

    private static void checkPayer(String phone, BigDecimal amount) {
        if (Magic.UNKNOWN_SUBSCRIBER.is(phone)) {
            throw new GsmaRefusal(400, "identification", "identifierError", "There is no such subscriber");
        }
        if (Magic.OVER_MONTHLY_LIMIT.is(phone)) {
            throw GsmaRefusal.business("monthlyValueLimitExceeded", "The monthly limit is reached");
        }
        if (amount.compareTo(AMOUNT_MAX) > 0) {
            throw GsmaRefusal.business("greaterThanTransactionMaxValue", "At most " + AMOUNT_MAX.toPlainString());
        }
    }

    GsmaTransaction reverse(String reference, JsonNode body, String digest, @Nullable String correlation) {
        GsmaChecks.reversal(body);
        GsmaTransaction original = get(reference);
        Optional<GsmaTransaction> known = known(correlation, digest);
        if (known.isPresent()) {
            return known.get();
        }
        if (!original.status().equals(GsmaTransaction.COMPLETED)
                || !original.type().equals("merchantpay")) {
            throw GsmaRefusal.business("incorrectState", "The transaction is " + original.status());
        }
        if (Magic.REVERSAL_REFUSED.is(original.phone())) {
            throw GsmaRefusal.business("maxBalanceExceeded", "The wallet cannot take it");
        }
        BigDecimal amount =
                body.has("amount") ? new BigDecimal(body.path("amount").asText()) : original.amount();
        if (books.reversed(reference).add(amount).compareTo(original.amount()) > 0) {
            throw GsmaRefusal.business("overPaymentNotAllowed", "More than what is left of the transaction");
        }
        GsmaTransaction reversal =
                kept("reversal", original.phone(), body, digest, correlation, null, Map.entry(reference, amount));
        finish(reversal, GsmaTransaction.COMPLETED, null, null);
        return reversal;
    }

    private GsmaTransaction kept(
            String type,
            String phone,
            JsonNode body,
            String digest,
            @Nullable String correlation,
            @Nullable String callback,
            Map.@Nullable Entry<String, BigDecimal> original) {
        Optional<GsmaTransaction> known = known(correlation, digest);
        if (known.isPresent()) {
            return known.get();
        }
        BigDecimal amount =
                original == null ? new BigDecimal(body.path("amount").asText()) : original.getValue();
        if (original == null) {
            checkPayer(phone, amount);
        }
        String seed = Objects.requireNonNullElseGet(
                correlation, () -> UUID.randomUUID().toString());
        String reference = referenceOf(seed);
        Instant now = clock.instant();
        boolean first = books.insert(new Document("_id", reference)
                .append("schema", 1)
                .append("stateId", stateOf(reference))
                .append("correlation", correlation)
                .append("bodyDigest", digest)
                .append("type", type)
                .append("phone", phone)
                .append("amount", amount.toPlainString())
                .append(
                        "organisationReference",
                        body.path("requestingOrganisationTransactionReference").asText(null))
                .append("original", original == null ? null : original.getKey())
                .append("callback", callback)
                .append("status", GsmaTransaction.PENDING)
                .append("errorCategory", null)
                .append("errorCode", null)
                .append("createdAt", Date.from(now))
                .append("changedAt", Date.from(now))
                .append("expiresAt", Date.from(now.plus(APPROVED_WITHIN))));
        if (!first) {
            throw GsmaRefusal.business("duplicateRequest", "The same request is being worked on");
        }
        return get(reference);
    }

    /** What the same correlation id was before; with another body it is refused. */
    private Optional<GsmaTransaction> known(@Nullable String correlation, String digest) {
        Optional<GsmaTransaction> known = correlation == null ? Optional.empty() : books.find(referenceOf(correlation));
        if (known.isPresent() && !known.get().bodyDigest().equals(digest)) {
            throw GsmaRefusal.business("duplicateRequest", "X-CorrelationID was used for another request");
        }
        return known;
    }

    private static String referenceOf(String correlation) {
        return "MM" + Secrets.digest("mobilemoney|" + correlation).substring(0, 22);
    }

    private static String stateOf(String reference) {
        return UUID.nameUUIDFromBytes(reference.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Ends a pending transaction and lets its merchant hear of it; false when it had ended. */
    private boolean finish(
            GsmaTransaction transaction, String status, @Nullable String category, @Nullable String code) {
        boolean moved =
                books.move(transaction.reference(), GsmaTransaction.PENDING, status, category, code, clock.instant());
        if (moved && !Magic.NO_CALLBACK.is(transaction.phone())) {
            tell(get(transaction.reference()));
        }
        return moved;
    }

    /** The owner of a phone answers the newest push on it. */
    GsmaTransaction answer(String phone, boolean approved) {
        GsmaTransaction pending = books.list(phone).stream()
                .map(this::expired)
                .filter(transaction -> transaction.status().equals(GsmaTransaction.PENDING))
                .findFirst()
                .orElseThrow(() -> new GsmaRefusal(404, "identification", "identifierError", "Nothing to answer"));
        if (approved) {
            finish(pending, GsmaTransaction.COMPLETED, null, null);
        } else {
            finish(pending, GsmaTransaction.FAILED, "authorisation", "requestDeclined");
        }
        return get(pending.reference());
    }

    /** The provider takes the newest payment of a phone back, long after. */
    GsmaTransaction takeBack(String phone) {
        GsmaTransaction paid = books.list(phone).stream()
                .filter(transaction -> transaction.type().equals("merchantpay")
                        && transaction.status().equals(GsmaTransaction.COMPLETED))
                .findFirst()
                .orElseThrow(() -> new GsmaRefusal(404, "identification", "identifierError", "Nothing to take back"));
        if (books.move(
                paid.reference(), GsmaTransaction.COMPLETED, GsmaTransaction.REVERSED, null, null, clock.instant())) {
            tell(get(paid.reference()));
        }
        return get(paid.reference());
    }

    List<GsmaTransaction> pendingOn(String phone) {
        return books.list(phone).stream()
                .map(this::expired)
                .filter(transaction -> transaction.status().equals(GsmaTransaction.PENDING))
                .toList();
    }

    GsmaTransaction get(String reference) {
        return found(books.find(reference), "transaction");
    }

    GsmaTransaction byState(String stateId) {
        return found(books.findByState(stateId), "request state");
    }

    GsmaTransaction byCorrelation(String correlation) {
        return found(books.find(referenceOf(correlation)), "response");
    }

    private GsmaTransaction found(Optional<GsmaTransaction> found, String what) {
        return found.map(this::expired)
                .orElseThrow(
                        () -> new GsmaRefusal(404, "identification", "identifierError", "There is no such " + what));
    }

    /** A push that nobody answered lapses. */
    private GsmaTransaction expired(GsmaTransaction transaction) {
        if (transaction.status().equals(GsmaTransaction.PENDING)
                && clock.instant().isAfter(transaction.expiresAt())) {
            books.move(
                    transaction.reference(),
                    GsmaTransaction.PENDING,
                    GsmaTransaction.FAILED,
                    "authorisation",
                    "clientAuthorisationError",
                    clock.instant());
            return books.find(transaction.reference()).orElse(transaction);
        }
        return transaction;
    }

    /** Only the house is told: an address elsewhere is not called. */
    private void checkCallback(String callback) {
        String house = addresses
                .resolve(settings.callbackUrl(), MobileMoneySettings.CALLBACK_PATH)
                .toString();
        if (!callback.startsWith(house + "/")) {
            throw GsmaRefusal.format("X-Callback-URL is not an address of the house");
        }
    }

    private void tell(GsmaTransaction transaction) {
        String address = transaction.callback();
        if (address == null) {
            return;
        }
        Map<String, Object> news = transaction.status().equals(GsmaTransaction.FAILED)
                ? transaction.error()
                : transaction.body(settings.walletId());
        try {
            String body = json.writeValueAsString(news);
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("X-API-Key", addresses.secret(settings.callbackKey(), MobileMoneySettings.CALLBACK_KEY));
            headers.put("X-Date", wall.instant().toString());
            headers.put("X-Content-Hash", Secrets.digest(body));
            String correlation = transaction.correlation();
            if (correlation != null) {
                headers.put("X-CorrelationID", correlation);
            }
            callbacks.tell(
                    new SandboxCallback(
                            transaction.reference() + "-" + transaction.status(),
                            "PUT",
                            address,
                            headers,
                            body,
                            SandboxCallback.Taken.BY_STATUS),
                    faults);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a transaction cannot be written as JSON", impossible);
        }
    }
}
