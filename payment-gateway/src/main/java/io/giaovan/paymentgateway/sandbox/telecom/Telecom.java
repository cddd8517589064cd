package io.giaovan.paymentgateway.sandbox.telecom;

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
        NO_SUBSCRIBER("+84900000008"),
        NOT_APPLICABLE("+84900000009"),
        SLOW_TO_BEGIN("+84900000010"),
        SLOW_REFUNDS("+84900000011"),
        REFUNDS_DENIED_LATER("+84900000012"),
        NOT_ELIGIBLE_FOR_REFUND("+84900000013"),
        REFUNDS_DENIED("+84900000014"),
        OPENS_A_PAGE("+84900000015"),
        REFUND_DENIED("+84900000016"),
        /** The gateway disputes it, in test mode; here it only asks for no password. */
        DISPUTED("+84900000017");

        private final String phone;

        Magic(String phone) {
            this.phone = phone;
        }

        String phone() {
            return phone;
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
    TelecomPayment begin(TelecomCaller caller, JsonNode body, Document transaction, boolean twoSteps) {
        JsonNode given = body.path("amountTransaction");
        String phone = caller.phone(CamaraChecks.phone(given));
        JsonNode charging = given.path("paymentAmount").path("chargingInformation");
        BigDecimal amount = charging.path("amount").decimalValue();
        checkPayer(phone, amount);
        String correlator = given.path("clientCorrelator").asText("");
        String reference = given.path("referenceCode").asText();
        if (correlator.isEmpty() && books.hasReference(reference)) {
            throw new CamaraRefusal(409, "ALREADY_EXISTS", "The referenceCode was used before");
        }
        String id = "tp_"
                + (correlator.isEmpty()
                        ? UUID.randomUUID().toString().replace("-", "")
                        : Secrets.digest(caller.application() + "|" + correlator)
                                .substring(0, 32));
        boolean passwordNeeded =
                twoSteps && !Magic.NO_PASSWORD.is(phone) && !Magic.REFUND_DENIED.is(phone) && !Magic.DISPUTED.is(phone);
        Instant now = clock.instant();
        String password = "%06d".formatted(random.nextInt(1_000_000));
        String status = Magic.SLOW_TO_BEGIN.is(phone)
                ? TelecomPayment.PROCESSING
                : passwordNeeded
                        ? TelecomPayment.PENDING
                        : twoSteps ? TelecomPayment.RESERVED : TelecomPayment.SUCCEEDED;
        transaction.put("phoneNumber", phone);
        Document payment = new Document("_id", id)
                .append("schema", 1)
                .append("application", caller.application())
                .append("phone", phone)
                .append("reference", reference)
                .append(
                        "merchant",
                        given.path("paymentAmount")
                                .path("chargingMetaData")
                                .path("merchantIdentifier")
                                .asText(""))
                .append("amount", amount.toPlainString())
                .append("transaction", transaction)
                .append("sink", body.path("sink").asText(null))
                .append("twoSteps", twoSteps)
                .append("status", status)
                .append("authorization", "auth_" + UUID.randomUUID())
                .append("passwordDigest", digest(id, password))
                .append("wrongPasswords", 0)
                .append("refunds", List.of())
                .append("createdAt", Date.from(now))
                .append("paidAt", status.equals(TelecomPayment.SUCCEEDED) ? Date.from(now) : null);
        if (!books.insert(payment)) {
            throw get(caller, id).isOver()
                    ? new CamaraRefusal(409, "ALREADY_EXISTS", "The clientCorrelator was used before")
                    : CamaraRefusal.argument("The clientCorrelator is in use by a payment that is not over");
        }
        if (status.equals(TelecomPayment.PENDING) && !Magic.OPENS_A_PAGE.is(phone)) {
            String text = "Giaovan: ma xac thuc " + password + " cho giao dich " + amount.toPlainString() + " "
                    + charging.path("currency").asText() + ", het han sau 5 phut.";
            books.send(phone, MongoTelecomBooks.message(text, password, now));
        }
        return get(caller, id);
    }

    /** Refuses phones that nothing can be done with. */
    static void checkPhone(String phone) {
        if (Magic.NO_SUBSCRIBER.is(phone)) {
            throw new CamaraRefusal(404, "IDENTIFIER_NOT_FOUND", "There is no such phone number");
        }
        if (Magic.NOT_APPLICABLE.is(phone)) {
            throw new CamaraRefusal(422, "SERVICE_NOT_APPLICABLE", "This phone number cannot be billed");
        }
    }

    private static void checkPayer(String phone, BigDecimal amount) {
        checkPhone(phone);
        if (Magic.DENIED.is(phone)) {
            throw new CamaraRefusal(403, "CARRIER_BILLING.PAYMENT_DENIED", "The account does not hold enough");
        }
        if (amount.compareTo(AMOUNT_MAX) > 0) {
            throw new CamaraRefusal(
                    422, "CARRIER_BILLING.UNAUTHORIZED_AMOUNT", "At most " + AMOUNT_MAX.toPlainString());
        }
        if (Magic.OVER_THRESHOLD.is(phone)) {
            throw new CamaraRefusal(
                    422, "CARRIER_BILLING.USER_AMOUNT_THRESHOLD_OVERPASSED", "The monthly limit is reached");
        }
    }

    void validate(TelecomCaller caller, String id, String authorization, String password) {
        TelecomPayment payment = get(caller, id);
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

    /** The subscriber agrees on the telecom's own page. */
    boolean agree(String id) {
        return books.move(id, TelecomPayment.PENDING, TelecomPayment.RESERVED, null);
    }

    TelecomPayment confirm(TelecomCaller caller, String id) {
        TelecomPayment payment = get(caller, id);
        if (Magic.CONFIRM_DENIED.is(payment.phone())
                && books.move(id, TelecomPayment.RESERVED, TelecomPayment.DENIED, null)) {
            throw new CamaraRefusal(403, "CARRIER_BILLING.PAYMENT_DENIED", "The account does not hold enough");
        }
        boolean slow = Magic.SLOW_TO_CONFIRM.is(payment.phone());
        String after = slow ? TelecomPayment.PROCESSING : TelecomPayment.SUCCEEDED;
        if (!books.move(id, TelecomPayment.RESERVED, after, slow ? null : clock.instant())) {
            throw settled(get(caller, id));
        }
        return payment;
    }

    /** What a caller is shown; a slow payment goes on when it is looked at the second time. */
    TelecomPayment look(TelecomCaller caller, String id) {
        TelecomPayment payment = get(caller, id);
        boolean begins = Magic.SLOW_TO_BEGIN.is(payment.phone()) && payment.inTwoSteps();
        if (begins) {
            books.move(id, TelecomPayment.PROCESSING, TelecomPayment.RESERVED, null);
        } else {
            books.move(id, TelecomPayment.PROCESSING, TelecomPayment.SUCCEEDED, clock.instant());
        }
        return payment;
    }

    TelecomPayment cancel(TelecomCaller caller, String id) {
        TelecomPayment before = get(caller, id);
        if (!books.move(id, TelecomPayment.RESERVED, TelecomPayment.CANCELLED, null)
                && !books.move(id, TelecomPayment.PENDING, TelecomPayment.CANCELLED, null)) {
            throw settled(before);
        }
        return get(caller, id);
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

    Document refund(TelecomCaller caller, String id, JsonNode body, Document stored) {
        TelecomPayment payment = get(caller, id);
        JsonNode transaction = body.path("amountTransaction");
        checkRefundable(payment);
        if (Magic.REFUND_DENIED.is(payment.phone())) {
            throw new CamaraRefusal(403, "CARRIER_BILLING_REFUND.REFUND_DENIED", "The account takes no refunds");
        }
        String correlator = transaction.path("clientCorrelator").asText("");
        Optional<Document> same = payment.refunds().stream()
                .filter(known -> !correlator.isEmpty() && correlator.equals(known.getString("correlator")))
                .findFirst();
        if (same.isPresent()) {
            throw TelecomPayment.PROCESSING.equals(same.get().getString("status"))
                    ? CamaraRefusal.argument("The clientCorrelator is in use by a refund that is not over")
                    : new CamaraRefusal(409, "ALREADY_EXISTS", "The clientCorrelator was used before");
        }
        String reference = transaction.path("referenceCode").asText();
        if (correlator.isEmpty()
                && payment.refunds().stream().anyMatch(known -> reference.equals(known.getString("reference")))) {
            throw new CamaraRefusal(409, "ALREADY_EXISTS", "The referenceCode was used before");
        }
        boolean total = body.path("type").asText().equals("total");
        BigDecimal amount = total
                ? payment.amount().subtract(payment.refunded())
                : transaction
                        .path("refundAmount")
                        .path("chargingInformation")
                        .path("amount")
                        .decimalValue();
        if (!total) {
            checkDetails(payment, transaction.path("refundAmount"));
        }
        if (amount.signum() <= 0 || payment.refunded().add(amount).compareTo(payment.amount()) > 0) {
            throw new CamaraRefusal(
                    422, "CARRIER_BILLING_REFUND.UNAUTHORIZED_AMOUNT", "More than what is left of the payment");
        }
        String status = Magic.SLOW_REFUNDS.is(payment.phone())
                ? TelecomPayment.PROCESSING
                : Magic.REFUNDS_DENIED_LATER.is(payment.phone()) ? TelecomPayment.DENIED : TelecomPayment.SUCCEEDED;
        Document refund = new Document("id", "tr_" + UUID.randomUUID())
                .append("correlator", correlator)
                .append("reference", reference)
                .append("type", body.path("type").asText())
                .append("status", status)
                .append("reason", body.path("reason").asText(null))
                .append("sink", body.path("sink").asText(null))
                .append(
                        "merchant",
                        transaction
                                .path("refundAmount")
                                .path("chargingMetaData")
                                .path("merchantIdentifier")
                                .asText(""))
                .append("amount", amount.toPlainString())
                .append("transaction", stored)
                .append("at", Date.from(clock.instant()));
        if (!books.refund(payment, refund)) {
            throw new CamaraRefusal(409, "ALREADY_EXISTS", "Another refund was faster");
        }
        return refund;
    }

    private static void checkRefundable(TelecomPayment payment) {
        if (!payment.status().equals(TelecomPayment.SUCCEEDED)) {
            throw new CamaraRefusal(422, "CARRIER_BILLING_REFUND.INVALID_PAYMENT_STATUS", "It is " + payment.status());
        }
        if (Magic.NOT_ELIGIBLE_FOR_REFUND.is(payment.phone())) {
            throw new CamaraRefusal(
                    403, "CARRIER_BILLING_REFUND.PAYMENT_NOT_ELIGIBLE_FOR_REFUND", "It cannot be refunded");
        }
        if (Magic.REFUNDS_DENIED.is(payment.phone())) {
            throw new CamaraRefusal(403, "CARRIER_BILLING_REFUND.REFUND_DENIED", "The refund is denied");
        }
    }

    /** A refund treats taxes as its payment did and names items that were paid. */
    private static void checkDetails(TelecomPayment payment, JsonNode amount) {
        Document paid = payment.transaction().get("paymentAmount", new Document());
        boolean taxed = paid.get("chargingInformation", new Document()).getBoolean("isTaxIncluded", false);
        if (amount.path("chargingInformation").path("isTaxIncluded").asBoolean(false) != taxed) {
            throw new CamaraRefusal(
                    422, "CARRIER_BILLING_REFUND.TAXES_MANAGEMENT_MISMATCH", "isTaxIncluded is not the payment's");
        }
        List<String> items = paid.getList("paymentDetails", Document.class, List.of()).stream()
                .map(item -> item.getString("id"))
                .toList();
        for (JsonNode item : amount.path("refundDetails")) {
            if (!items.contains(item.path("paymentItemId").asText())) {
                throw new CamaraRefusal(
                        422, "CARRIER_BILLING_REFUND.REFUND_DETAILS_MISMATCH", "An item was not in the payment");
            }
        }
    }

    /** A refund as a caller is shown it; a slow one is done when it is looked at the second time. */
    Document lookAtRefund(TelecomCaller caller, String id, String refundId) {
        Document refund = get(caller, id).refunds().stream()
                .filter(known -> refundId.equals(known.getString("id")))
                .findFirst()
                .orElseThrow(() -> new CamaraRefusal(404, "NOT_FOUND", "There is no such refund"));
        books.settleRefund(id, refundId);
        return refund;
    }

    /** A payment as its own caller sees it. */
    TelecomPayment get(TelecomCaller caller, String id) {
        return books.find(id)
                .filter(found -> caller.application().equals(found.document().getString("application")))
                .map(this::expired)
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
