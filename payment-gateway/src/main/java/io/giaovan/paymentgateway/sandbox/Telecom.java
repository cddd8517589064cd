package io.giaovan.paymentgateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.edge.access.Secrets;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/**
 * How the fake telecom behaves. Some numbers always do the same, as in a test mode: see {@link Magic}. A payment with a
 * correlator is made once.
 */
@Singleton
final class Telecom {
    static final Duration PASSWORD_LIVES = Duration.ofMinutes(5);
    static final Duration RESERVATION_LIVES = Duration.ofDays(7);
    static final int WRONG_PASSWORDS_MAX = 5;
    private static final BigDecimal AMOUNT_MAX = new BigDecimal("100000000");

    private final MongoTelecomBooks books;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Numbers with a behaviour of their own. */
    enum Magic {
        DENIED("+84900000001"),
        NO_PASSWORD("+84900000002"),
        CONFIRM_DENIED("+84900000003"),
        OVER_THRESHOLD("+84900000004"),
        PREPARE_REPLY_LOST("+84900000005"),
        CONFIRM_REPLY_LOST("+84900000006"),
        SLOW_TO_CONFIRM("+84900000007"),
        REFUND_DENIED("+84900000008"),
        /** The gateway disputes it, in test mode; here it only asks for no password. */
        DISPUTED("+84900000009");

        private final String phone;

        Magic(String phone) {
            this.phone = phone;
        }

        boolean is(String other) {
            return phone.equals(other);
        }
    }

    Telecom(MongoTelecomBooks books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Reserves, or takes at once; asks for a one-time password first unless the number needs none. */
    TelecomPayment begin(JsonNode body, Document transaction, boolean twoSteps) {
        JsonNode given = body.path("amountTransaction");
        String phone = given.path("phoneNumber").asText();
        JsonNode charging = given.path("paymentAmount").path("chargingInformation");
        BigDecimal amount = charging.path("amount").decimalValue();
        checkPayer(phone, amount);
        String correlator = given.path("clientCorrelator").asText("");
        String id = "tp_"
                + (correlator.isEmpty()
                        ? UUID.randomUUID().toString().replace("-", "")
                        : Secrets.digest(correlator).substring(0, 32));
        boolean passwordNeeded =
                twoSteps && !Magic.NO_PASSWORD.is(phone) && !Magic.REFUND_DENIED.is(phone) && !Magic.DISPUTED.is(phone);
        Instant now = clock.instant();
        String password = "%06d".formatted(random.nextInt(1_000_000));
        String status =
                passwordNeeded ? TelecomPayment.PENDING : twoSteps ? TelecomPayment.RESERVED : TelecomPayment.SUCCEEDED;
        Document payment = new Document("_id", id)
                .append("schema", 1)
                .append("phone", phone)
                .append(
                        "merchant",
                        given.path("paymentAmount")
                                .path("chargingMetaData")
                                .path("merchantIdentifier")
                                .asText(""))
                .append("amount", amount.toPlainString())
                .append("transaction", transaction)
                .append("status", status)
                .append("authorization", "auth_" + UUID.randomUUID())
                .append("passwordDigest", digest(id, password))
                .append("wrongPasswords", 0)
                .append("refunds", List.of())
                .append("createdAt", Date.from(now))
                .append("paidAt", status.equals(TelecomPayment.SUCCEEDED) ? Date.from(now) : null);
        if (!books.insert(payment)) {
            throw new CamaraRefusal(409, "ALREADY_EXISTS", "The clientCorrelator was used before");
        }
        if (passwordNeeded) {
            String text = "Giaovan: ma xac thuc " + password + " cho giao dich " + amount.toPlainString() + " "
                    + charging.path("currency").asText() + ", het han sau 5 phut.";
            books.send(phone, MongoTelecomBooks.message(text, password, now));
        }
        return get(id);
    }

    private static void checkPayer(String phone, BigDecimal amount) {
        if (Magic.DENIED.is(phone)) {
            throw new CamaraRefusal(403, "CARRIER_BILLING.PAYMENT_DENIED", "The account does not hold enough");
        }
        if (Magic.OVER_THRESHOLD.is(phone) || amount.compareTo(AMOUNT_MAX) > 0) {
            throw new CamaraRefusal(
                    422, "CARRIER_BILLING.USER_AMOUNT_THRESHOLD_OVERPASSED", "The monthly limit is reached");
        }
    }

    void validate(String id, String authorization, String password) {
        TelecomPayment payment = get(id);
        if (!Secrets.same(payment.authorization(), authorization)) {
            throw new CamaraRefusal(400, "CARRIER_BILLING.INVALID_AUTHORIZATION_ID", "No such authorization");
        }
        if (!payment.status().equals(TelecomPayment.PENDING)) {
            throw new CamaraRefusal(400, "CARRIER_BILLING.VALIDATION_FAILED", "It is " + payment.status());
        }
        if (clock.instant().isAfter(payment.createdAt().plus(PASSWORD_LIVES))) {
            books.move(id, TelecomPayment.PENDING, TelecomPayment.DENIED, null);
            throw new CamaraRefusal(400, "CARRIER_BILLING.VALIDATION_FAILED", "The code has expired");
        }
        String expected = String.valueOf(payment.document().getString("passwordDigest"));
        if (!Secrets.same(expected, digest(id, password))) {
            if (books.countWrongPassword(id) >= WRONG_PASSWORDS_MAX) {
                books.move(id, TelecomPayment.PENDING, TelecomPayment.DENIED, null);
                throw new CamaraRefusal(400, "CARRIER_BILLING.VALIDATION_FAILED", "The code was wrong too often");
            }
            throw new CamaraRefusal(400, "CARRIER_BILLING.INVALID_CODE", "The code is wrong");
        }
        books.move(id, TelecomPayment.PENDING, TelecomPayment.RESERVED, null);
    }

    TelecomPayment confirm(String id) {
        TelecomPayment payment = get(id);
        if (Magic.CONFIRM_DENIED.is(payment.phone())
                && books.move(id, TelecomPayment.RESERVED, TelecomPayment.DENIED, null)) {
            throw new CamaraRefusal(403, "CARRIER_BILLING.PAYMENT_DENIED", "The account does not hold enough");
        }
        boolean slow = Magic.SLOW_TO_CONFIRM.is(payment.phone());
        String after = slow ? TelecomPayment.PROCESSING : TelecomPayment.SUCCEEDED;
        if (!books.move(id, TelecomPayment.RESERVED, after, slow ? null : clock.instant())) {
            throw settled(get(id));
        }
        return payment;
    }

    /** What a caller is shown; a slow payment is done when it is looked at the second time. */
    TelecomPayment look(String id) {
        TelecomPayment payment = get(id);
        books.move(id, TelecomPayment.PROCESSING, TelecomPayment.SUCCEEDED, clock.instant());
        return payment;
    }

    TelecomPayment cancel(String id) {
        if (!books.move(id, TelecomPayment.RESERVED, TelecomPayment.CANCELLED, null)
                && !books.move(id, TelecomPayment.PENDING, TelecomPayment.CANCELLED, null)) {
            throw settled(get(id));
        }
        return get(id);
    }

    private static CamaraRefusal settled(TelecomPayment payment) {
        return switch (payment.status()) {
            case TelecomPayment.SUCCEEDED ->
                new CamaraRefusal(409, "CARRIER_BILLING.PAYMENT_CONFIRMED", "The payment was confirmed");
            case TelecomPayment.CANCELLED ->
                new CamaraRefusal(409, "CARRIER_BILLING.PAYMENT_CANCELLED", "The payment was cancelled");
            default -> new CamaraRefusal(403, "CARRIER_BILLING.PAYMENT_DENIED", "The payment is " + payment.status());
        };
    }

    Document refund(String id, JsonNode transaction, Document stored) {
        TelecomPayment payment = get(id);
        if (!payment.status().equals(TelecomPayment.SUCCEEDED)) {
            throw new CamaraRefusal(422, "CARRIER_BILLING_REFUND.INVALID_PAYMENT_STATUS", "It is " + payment.status());
        }
        if (Magic.REFUND_DENIED.is(payment.phone())) {
            throw new CamaraRefusal(403, "CARRIER_BILLING_REFUND.REFUND_DENIED", "The account takes no refunds");
        }
        String correlator = transaction.path("clientCorrelator").asText("");
        if (refunds(payment).stream()
                .anyMatch(known -> !correlator.isEmpty() && correlator.equals(known.getString("correlator")))) {
            throw new CamaraRefusal(409, "ALREADY_EXISTS", "The clientCorrelator was used before");
        }
        BigDecimal amount = transaction
                .path("refundAmount")
                .path("chargingInformation")
                .path("amount")
                .decimalValue();
        if (amount.signum() <= 0 || payment.refunded().add(amount).compareTo(payment.amount()) > 0) {
            throw new CamaraRefusal(
                    422, "CARRIER_BILLING_REFUND.UNAUTHORIZED_AMOUNT", "More than what is left of the payment");
        }
        Document refund = new Document("id", "tr_" + UUID.randomUUID())
                .append("correlator", correlator)
                .append("amount", amount.toPlainString())
                .append("transaction", stored)
                .append("at", Date.from(clock.instant()));
        if (!books.refund(payment, refund)) {
            throw new CamaraRefusal(409, "ALREADY_EXISTS", "Another refund was faster");
        }
        return refund;
    }

    List<Document> refunds(TelecomPayment payment) {
        return payment.document().getList("refunds", Document.class, List.of());
    }

    TelecomPayment get(String id) {
        Optional<TelecomPayment> found = books.find(id);
        return found.map(this::expired)
                .orElseThrow(() -> new CamaraRefusal(404, "NOT_FOUND", "There is no such payment"));
    }

    /** An unconfirmed reservation lapses. */
    private TelecomPayment expired(TelecomPayment payment) {
        if (payment.status().equals(TelecomPayment.RESERVED)
                && clock.instant()
                        .isAfter(payment.createdAt().plus(RESERVATION_LIVES).plus(PASSWORD_LIVES))) {
            books.move(payment.id(), TelecomPayment.RESERVED, TelecomPayment.CANCELLED, null);
            return books.find(payment.id()).orElse(payment);
        }
        return payment;
    }

    List<Map<String, Object>> messages(String phone) {
        return books.messages(phone).stream()
                .map(message -> Map.<String, Object>of(
                        "text", message.getString("text"),
                        "oneTimePassword", message.getString("oneTimePassword"),
                        "at", MongoTelecomBooks.at(message).toString()))
                .toList();
    }

    private static String digest(String id, String password) {
        return Secrets.digest(id + "|" + password);
    }
}
