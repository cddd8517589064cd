package io.giaovan.paymentgateway.sandbox.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.edge.access.Secrets;
import io.giaovan.edge.json.JsonRefusal;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.bank.BankSettings;
import io.giaovan.paymentgateway.rail.vietqr.VietQr;
import io.giaovan.paymentgateway.rail.vietqr.VietQrSettings;
import io.giaovan.paymentgateway.sandbox.SandboxFaults;
import io.giaovan.paymentgateway.sandbox.SandboxKeys;
import io.giaovan.store.document.StoredValues;
import io.giaovan.store.idempotency.IdempotencyKeys;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The fake bank over HTTP: a buyer's banking app on one side, our orders on the other. */
@Controller("/sandbox/bank")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BankController {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern SIGNATURE = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
    private static final long ID_MAX = 1L << 52;
    private static final int ID_DIGITS = 15;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final MongoBankBooks books;
    private final BankNoticeSender sender;
    private final SandboxKeys keys;
    private final BankSettings settings;
    private final RailAddresses addresses;
    private final VietQrSettings account;
    private final ObjectMapper json;
    private final Clock clock;
    private final Clock wall;
    private final SandboxFaults faults = new SandboxFaults();
    private final SecureRandom random = new SecureRandom();

    BankController(
            MongoBankBooks books,
            BankNoticeSender sender,
            SandboxKeys keys,
            BankSettings settings,
            RailAddresses addresses,
            VietQrSettings account,
            ObjectMapper json,
            Clock clock,
            @Named("wall") Clock wall) {
        this.books = books;
        this.sender = sender;
        this.keys = keys;
        this.settings = settings;
        this.addresses = addresses;
        this.account = account;
        this.json = json;
        this.clock = clock;
        this.wall = wall;
    }

    /**
     * What a buyer does in his banking app: scan a code, or type an account; an amount given beside a code replaces the
     * code's.
     */
    record AppTransfer(
            @Nullable String qrData,
            @Nullable String accountNumber,
            @Nullable Long amount,
            @Nullable String content) {}

    record AppReceipt(String transferId, String referenceCode, long amount, String content) {}

    /** Moves money once per Idempotency-Key; without a key every call is another transfer. */
    @Post("/transfers")
    HttpResponse<AppReceipt> transfer(
            @Body AppTransfer given, @Nullable @Header("Idempotency-Key") String idempotencyKey) {
        AppTransfer wanted = given.qrData() == null ? given : scanned(given, given.qrData());
        String account = Objects.requireNonNullElse(wanted.accountNumber(), "");
        long amount = Objects.requireNonNullElse(wanted.amount(), 0L);
        if (!account.matches("[A-Za-z0-9]{1,19}")) {
            throw ProblemException.invalid("accountNumber", "", "is not 1 to 19 letters and digits");
        }
        if (amount <= 0 || amount > 9_999_999_999_999L) {
            throw ProblemException.invalid("amount", amount, "is outside 1 to 9999999999999");
        }
        long id = idempotencyKey == null ? random.nextLong(ID_MAX) + 1 : idOf(idempotencyKey);
        Instant now = clock.instant();
        String reference = "FT" + LOCAL.format(now.atZone(ServiceDay.VIETNAM)).substring(2, 4)
                + Long.toString(id, 36).toUpperCase(java.util.Locale.ROOT);
        String content =
                "MBVCB." + id % 1_000_000 + "." + Objects.requireNonNullElse(wanted.content(), "") + ".CT tu app";
        Document transfer = new Document("_id", id)
                .append("schema", 1)
                .append("account", account)
                .append("amount", amount)
                .append("content", content)
                .append("reference", reference)
                .append("at", Date.from(now));
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("id", id);
        notice.put("gateway", "Sandbox");
        notice.put("transactionDate", LOCAL.format(now.atZone(ServiceDay.VIETNAM)));
        notice.put("accountNumber", account);
        notice.put("code", null);
        notice.put("content", content);
        notice.put("transferType", "in");
        notice.put("transferAmount", amount);
        notice.put("accumulated", 0);
        notice.put("subAccount", null);
        notice.put("referenceCode", reference);
        notice.put("description", content);
        if (books.receive(transfer, sender.notice(id, notice, faults.holdBackMillis(), faults.duplicates()))) {
            sender.wake();
            return HttpResponse.created(new AppReceipt(Long.toString(id), reference, amount, content));
        }
        Document known = books.getTransfer(id);
        if (StoredValues.longAt(known, "amount") != amount
                || !account.equals(known.getString("account"))
                || !content.equals(known.getString("content"))) {
            throw new ProblemException(ErrorCode.IDEMPOTENCY_KEY_REUSED, "Send a new key with a new transfer");
        }
        return HttpResponse.ok(
                new AppReceipt(Long.toString(id), StoredValues.textAt(known, "reference"), amount, content));
    }

    /** The same key always means the same transfer. */
    private static long idOf(String idempotencyKey) {
        if (idempotencyKey.isBlank() || idempotencyKey.length() > IdempotencyKeys.KEY_LENGTH_MAX) {
            throw ProblemException.invalid(
                    "Idempotency-Key",
                    idempotencyKey.length() + " characters",
                    "is not 1 to " + IdempotencyKeys.KEY_LENGTH_MAX + " characters");
        }
        String digest = Secrets.digest("app-transfer|" + idempotencyKey).substring(0, ID_DIGITS);
        return Long.parseLong(digest, 16) % ID_MAX + 1;
    }

    private static AppTransfer scanned(AppTransfer given, String qrData) {
        return switch (VietQr.read(qrData)) {
            case VietQr.Reading.Rejected rejected ->
                throw ProblemException.invalid("qrData", "", "cannot be scanned: " + rejected.detail());
            case VietQr.Reading.Read read -> {
                Long amount =
                        given.amount() != null ? given.amount() : read.code().dong();
                yield new AppTransfer(
                        null,
                        read.code().account(),
                        amount,
                        given.content() != null
                                ? given.content()
                                : Objects.requireNonNullElse(read.code().purpose(), ""));
            }
        };
    }

    @Post("/api/payouts")
    HttpResponse<?> payout(HttpRequest<?> request, @Body String body) {
        return order(request, body, false);
    }

    @Post("/api/returns")
    HttpResponse<?> giveBack(HttpRequest<?> request, @Body String body) {
        return order(request, body, true);
    }

    /** Cash that a depot brings to the counter with a slip. */
    record Deposit(String reference, long amount) {}

    @Post("/deposits")
    HttpResponse<Deposit> deposit(HttpRequest<?> request, @Body Deposit deposit) {
        keys.checkControl(BearerKey.get(request));
        if (deposit.amount() <= 0 || deposit.amount() > 9_999_999_999_999L) {
            throw ProblemException.invalid("amount", deposit.amount(), "is outside 1 to 9999999999999");
        }
        if (!deposit.reference().matches("[A-Za-z0-9_.-]{1,100}")) {
            throw ProblemException.invalid("reference", "", "is not 1 to 100 letters, digits, _ . or -");
        }
        boolean first = books.deposit(deposit.reference(), deposit.amount(), clock.instant());
        return first ? HttpResponse.created(deposit) : HttpResponse.ok(deposit);
    }

    record Statement(String day, List<StatementLine> lines) {}

    record StatementLine(String reference, long amount, String currency, Instant bookedAt) {}

    @Get("/api/statement")
    Statement statement(HttpRequest<?> request, @QueryValue String day) {
        checkSignature(request.getHeaders().get("X-Signature"), "/statement?day=" + day);
        ServiceDay asked = new ServiceDay(dayOf(day), ServiceDay.VIETNAM);
        List<StatementLine> lines = books
                .bookings(
                        account.accountNumber(),
                        asked.at(LocalTime.MIDNIGHT),
                        asked.next().at(LocalTime.MIDNIGHT))
                .stream()
                .map(booking -> new StatementLine(booking.reference(), booking.amount(), "VND", booking.at()))
                .toList();
        return new Statement(day, lines);
    }

    private static LocalDate dayOf(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException malformed) {
            throw ProblemException.invalid("day", day, "is not a day like 2026-11-24");
        }
    }

    @Post("/faults")
    SandboxFaults.Script script(HttpRequest<?> request, @Body SandboxFaults.Wanted wanted) {
        keys.checkControl(BearerKey.get(request));
        return faults.play(wanted.toScript());
    }

    @Get("/books")
    Map<String, Object> books(HttpRequest<?> request) {
        keys.checkControl(BearerKey.get(request));
        return Map.of(
                "account",
                account.accountNumber(),
                "balance",
                books.balance(),
                "undelivered",
                books.countUndelivered());
    }

    private HttpResponse<?> order(HttpRequest<?> request, String body, boolean giveBack) {
        checkSignature(request.getHeaders().get("X-Signature"), body);
        if (faults.failsBefore()) {
            return HttpResponse.serverError(Map.of("code", "SCRIPTED"));
        }
        Map<String, Object> answer = booked(read(body), giveBack);
        return faults.losesReply()
                ? HttpResponse.status(HttpStatus.GATEWAY_TIMEOUT).body(Map.of("code", "REPLY_LOST"))
                : HttpResponse.ok(answer);
    }

    private Map<String, Object> booked(JsonNode order, boolean giveBack) {
        String id = required(order, "endToEndId");
        long amount = order.path("amount").asLong();
        if (amount <= 0 || !order.path("currency").asText().equals("VND")) {
            throw ProblemException.invalid("amount", amount, "is not above 0 VND");
        }
        String target = required(order, giveBack ? "originalContent" : "creditorAccount");
        boolean refused = giveBack
                ? books.returned(target) + amount > books.received(target)
                        && books.findOrder(id).isEmpty()
                : target.endsWith("reject");
        Document payment = new Document("_id", id)
                .append("schema", 1)
                .append("amount", amount)
                .append(giveBack ? "originalContent" : "creditorAccount", target)
                .append("status", refused ? "RJCT" : "ACCP");
        if (!books.order(payment)) {
            Document known = books.findOrder(id).orElseThrow();
            if (StoredValues.longAt(known, "amount") != amount
                    || !target.equals(known.getString(giveBack ? "originalContent" : "creditorAccount"))) {
                throw new ProblemException(ErrorCode.IDEMPOTENCY_KEY_REUSED, "endToEndId belongs to another order");
            }
            books.settle(id, clock.instant());
        }
        String status = String.valueOf(books.findOrder(id).orElseThrow().getString("status"));
        return Map.of("endToEndId", id, "status", status, "bankReference", "OUT" + id, "reason", refused ? "AC04" : "");
    }

    private static String required(JsonNode order, String name) {
        if (!order.path(name).isTextual()) {
            throw ProblemException.invalid(name, "", "must be given");
        }
        return order.path(name).asText();
    }

    private void checkSignature(@Nullable String header, String body) {
        Matcher matcher = SIGNATURE.matcher(header == null ? "" : header);
        boolean right = matcher.matches()
                && Secrets.same(
                        HexFormat.of()
                                .formatHex(Secrets.hmacSha256(
                                        addresses.secret(settings.secret(), "sandbox-bank"),
                                        (matcher.group(1) + "." + body).getBytes(StandardCharsets.UTF_8))),
                        matcher.group(2))
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(matcher.group(1))), wall.instant())
                                .abs()
                                .compareTo(WINDOW)
                        <= 0;
        if (!right) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "The signature does not match the body");
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException broken) {
            throw JsonRefusal.of(broken);
        }
    }
}
