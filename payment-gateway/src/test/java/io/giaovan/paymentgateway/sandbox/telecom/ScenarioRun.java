package io.giaovan.paymentgateway.sandbox.telecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.paymentgateway.OpenApi;
import io.giaovan.paymentgateway.TestGateway;
import io.giaovan.paymentgateway.rail.RailAddresses;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries the steps of one scenario out. A step without a meaning here fails the test. */
final class ScenarioRun {
    private static final String CHARGE = "/sandbox/telecom/carrier-billing/vwip/payments";
    private static final String REFUND = "/sandbox/telecom/carrier-billing-refund/vwip/payments";
    private static final String AMOUNT = "$.amountTransaction.paymentAmount.chargingInformation";
    private static final String REFUND_AMOUNT = "$.amountTransaction.refundAmount.chargingInformation";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestGateway gateway;
    private final Scenario scenario;
    private final List<Step> meanings = new ArrayList<>();
    private final Map<String, String> query = new LinkedHashMap<>();
    private final String key;
    private final int number = COUNT.incrementAndGet();
    private final String correlator = "corr-" + number;
    private String token;
    private @Nullable String sentCorrelator = correlator;
    private @Nullable ObjectNode body;
    private String payment = "";
    private String refund = "tr_none";
    private boolean taxed;
    private int repeat = 1;
    private HttpResponse<String> response;

    private record Step(Pattern words, Meaning meaning) {}

    private interface Meaning {
        void carryOut(Matcher words);
    }

    @SuppressWarnings("NullAway.Init")
    ScenarioRun(TestGateway gateway, Scenario scenario) {
        this.gateway = gateway;
        this.scenario = scenario;
        this.key = gateway.bean(RailAddresses.class).secret(null, "sandbox-telecom");
        this.token = key + ":app:s" + number;
        learn();
    }

    void run() {
        body = bodyByDefault();
        preset();
        for (String step : scenario.steps()) {
            Step known = meanings.stream()
                    .filter(meaning -> meaning.words().matcher(step).matches())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no meaning for: " + step));
            Matcher matcher = known.words().matcher(step);
            assertThat(matcher.matches()).isTrue();
            known.meaning().carryOut(matcher);
        }
    }

    // What a scenario says only in its name.

    private void preset() {
        String tag = scenario.tag();
        boolean begins = isOneOf("createPayment", "preparePayment");
        if (begins && tag.contains("403.02")) {
            phone(Telecom.Magic.DENIED);
        } else if (tag.contains("async_behaviour") && begins) {
            phone(Telecom.Magic.SLOW_TO_BEGIN);
        } else if (tag.endsWith("sync_behaviour_without_validation_info")) {
            phone(Telecom.Magic.NO_PASSWORD);
        } else if (tag.equals("confirm_payment_403.02_payment_denied")) {
            payment = reserved(Telecom.Magic.CONFIRM_DENIED);
        } else if (tag.equals("create_refund_12_async_behaviour")) {
            payment = paid(Telecom.Magic.SLOW_REFUNDS);
        } else if (tag.equals("create_refund_403.02_refund_denied")) {
            payment = paid(Telecom.Magic.REFUNDS_DENIED);
        } else if (tag.equals("create_refund_403.03_payment_not_eligible_for_refund")) {
            payment = paid(Telecom.Magic.NOT_ELIGIBLE_FOR_REFUND);
        }
    }

    private void learn() {
        say("the resource \".*\"", _ -> {});
        say("the header \"Content-Type\" is set to \"application/json\"", _ -> {});
        say("the header \"x-correlator\" complies with .*", _ -> sentCorrelator = correlator);
        say("the header \"x-correlator\" does not comply with .*", _ -> sentCorrelator = "not allowed!");
        learnTokens();
        learnPaths();
        learnBodies();
        learnHistory();
        say("the query parameter \"(.+)\" is set to \"(.+)\"", words -> query(words.group(1), words.group(2)));
        say(
                "the query parameter \"merchantIdentifier\" is set to the value representing such a merchant",
                _ -> query.put("merchantIdentifier", "merchant-a"));
        say("that the environment is configured with a threshold policy .*", _ -> {});
        say("the threshold of requests has been reached", _ -> faults(1));
        say("the request \"(\\w+)\" is sent", words -> send(words.group(1)));
        say("the request \"(\\w+)\" is sent after \"(\\d+)\" times", words -> {
            // The telecom allows five; a policy of fewer is met by the same end.
            repeat = Telecom.WRONG_PASSWORDS_MAX;
            send(words.group(1));
        });
        learnAnswers();
        learnLists();
    }

    private void learnTokens() {
        String set = "(?:the )?header \"Authorization\" is set to ";
        say(set + "a valid access token", _ -> {});
        say(set + "a valid access token which does not identify a single phone number", _ -> {});
        say(set + "a valid access token not emitted for a specific phone number", _ -> {});
        say(set + "a valid access token identifying a phone number", _ -> speakFor(phoneOfTest()));
        say(
                set + "a valid access token associated for a phone number with (payments|refunds) requested",
                _ -> speakFor(phoneOfTest()));
        say(set + "an access token without the required scope", _ -> token += ":none");
        say(set + "an expired access token", _ -> token += ":expired");
        say(set + "an invalid access token", _ -> token = "no-token-of-ours");
        say("the header \"Authorization\" is removed", _ -> token = "");
    }

    private void learnPaths() {
        String payments = "the path param(?:eter)? \"paymentId\" is ";
        say(payments + "set to a valid(?: refund-eligible payment)? value(?: in the environment)?", _ -> hasPayment());
        say(payments + "set to the value for that payment", _ -> {});
        say(payments + "set to the value of the payment related to this refund", _ -> {});
        say(
                payments + "compliant with the schema but does not identify a valid payment in the environment",
                _ -> payment = "tp_" + "0".repeat(32));
        say(payments + "set to a valid value of an already confirmed payment", _ -> {
            payment = reserved(Telecom.Magic.NO_PASSWORD);
            assertThat(act(payment, "confirm").statusCode()).isEqualTo(202);
        });
        say(payments + "set to a valid value of an already cancelled payment", _ -> {
            payment = reserved(Telecom.Magic.NO_PASSWORD);
            assertThat(act(payment, "cancel").statusCode()).isEqualTo(202);
        });
        say(
                payments + "set to a valid value of a payment whose \"paymentStatus\" != \"succeeded\"",
                _ -> payment = reserved(Telecom.Magic.NO_PASSWORD));
        String refunds = "the path parameter \"refundId\" is ";
        say(refunds + "set to a valid value(?: in the environment)?", _ -> {});
        say(refunds + "set to the value for this refund", _ -> {});
        say(
                refunds + "compliant with the schema but does not identify a valid refund in the environment",
                _ -> refund = "tr_none");
    }

    private void learnBodies() {
        String property = "the request body property ?\"(\\$[^\"]*)\" ";
        say("the request body is set (?:by default )?to a (?:valid request body|request body compliant.*)", _ -> {});
        say("the request body is not included", _ -> body = null);
        say("the request body is set to \"\\{\\}\"", _ -> given().removeAll());
        say(property + "is set with valid required information(?: for this refund type)?", _ -> {});
        say(property + "is set to \"total\"", _ -> {
            put("$.type", "total");
            remove("$.amountTransaction.refundAmount.chargingInformation");
        });
        say(property + "is set to \"partial\"", _ -> {});
        say(property + "is set with a valid value", _ -> {});
        say(property + "is set with a valid (?:HTTPS )?URL", words -> put(words.group(1), "https://shop.example/sink"));
        say(property + "is set to a valid credential with .*", _ -> credential("ACCESSTOKEN", "bearer"));
        say(property + "is set to true", words -> {
            put(words.group(1), true);
            if (scenario.operation().equals("createRefund")) {
                taxed = true;
                payment = paid(null);
            }
        });
        say(property + "is set to false OR not set", _ -> {});
        say(property + "is set to a valid value", words -> validValue(words.group(1)));
        say(property + "is set to a valid phone number", _ -> put(phonePath(), "+84909999999"));
        say(property + "is set to a valid value which is the same as associated to access token", _ -> {
            speakFor(phoneOfTest());
            put(phonePath(), phoneOfTest());
        });
        say("the request body array property \"(\\$[^\"]*)\" is set with valid information", words -> {
            String id = words.group(1).endsWith("refundDetails") ? "paymentItemId" : "id";
            node(words.group(1))
                    .set(
                            last(words.group(1)),
                            list(Map.of(id, "item-1", "amount", 400, "currency", "VND", "description", "A rose")));
        });
        say(
                property + "is (?:not included|missing)",
                words -> remove(words.group(1).equals("$.phoneNumber") ? phonePath() : bodyPath(words.group(1))));
        say(property + "does not comply with the OAS schema at .*", words -> spoil(words.group(1)));
        say(
                property + "is compliant with the schema but does not identify a valid phone number",
                _ -> put(phonePath(), "+84900000008"));
        say(
                "a valid phone number, identified by the token .*, for which the service is not applicable",
                _ -> put(phonePath(), "+84900000009"));
        say("that the service is not available for all phone numbers .*", _ -> {});
        String including = "the request body property includes property \"(\\$[^\"]*)\" ";
        say(including + "with a value already use in a non-completed payment", _ -> {
            put("$.amountTransaction.clientCorrelator", "used-" + number);
            ObjectNode first = bodyByDefault();
            first.withObject("/amountTransaction").put("clientCorrelator", "used-" + number);
            assertThat(post(CHARGE + "/prepare", first).statusCode()).isEqualTo(201);
        });
        say(including + "with a value already use in a non-completed refund", _ -> {
            payment = paid(Telecom.Magic.SLOW_REFUNDS);
            put("$.amountTransaction.clientCorrelator", "used-" + number);
            assertThat(post(REFUND + "/" + payment + "/refunds", given()).statusCode())
                    .isEqualTo(201);
        });
        say(including + "which is not set to an url", words -> put(words.group(1), "no address"));
        say(including + "with an HTTP endpoint", words -> put(words.group(1), "http://shop.example/sink"));
        say(including + "whose value is not \"ACCESSTOKEN\"", _ -> credential("PLAIN", "bearer"));
        say(including + "whose value is not \"bearer\"", _ -> credential("ACCESSTOKEN", "basic"));
        say(
                including + "with a non-existing value in the environment",
                words -> put(words.group(1), words.group(1).equals("$.code") ? "no-code" : "auth_none"));
        say(property + "is set to a value already use in another (?:payment|refund) request", _ -> {
            String path = scenario.operation().equals("createRefund") ? REFUND + "/" + payment + "/refunds" : CHARGE;
            ObjectNode first = given().deepCopy();
            first.withObject("/amountTransaction").remove("clientCorrelator");
            assertThat(post(path, first).statusCode()).isEqualTo(201);
        });
        say(
                property + "exceeds the value (?:allowed by the regulation|of the related payment OR .*)",
                _ -> put(
                        (scenario.operation().equals("createRefund") ? REFUND_AMOUNT : AMOUNT) + ".amount",
                        200_000_000));
        say(property + "exceeds the accumulated threshold amount value .*", _ -> {
            if (!scenario.operation().equals("createRefund")) {
                phone(Telecom.Magic.OVER_THRESHOLD);
            }
        });
        say(property + "is different than the value used for related payment", words -> put(words.group(1), true));
        say(
                property + "is not consistent with the value of \"paymentDetails\" .*",
                words -> node(words.group(1))
                        .set(
                                last(words.group(1)),
                                list(Map.of(
                                        "paymentItemId",
                                        "item-9",
                                        "amount",
                                        400,
                                        "currency",
                                        "VND",
                                        "description",
                                        "Not paid"))));
    }

    private void learnHistory() {
        say("no (?:payments|refunds) have been created by .*", _ -> {
            if (isOneOf("retrieveRefunds")) {
                payment = paid(null);
            }
        });
        say("(?:at least )?an existing payment created by .*", _ -> {
            payment = paid(null);
        });
        say("several existing payments created by operation createPayment OR preparePayment(.*)", words -> {
            if (words.group(1).contains("status")) {
                paid(null);
                reserved(Telecom.Magic.NO_PASSWORD);
                act(reserved(Telecom.Magic.NO_PASSWORD), "cancel");
                act(reserved(Telecom.Magic.CONFIRM_DENIED), "confirm");
                begun(CHARGE, Telecom.Magic.SLOW_TO_BEGIN.phone(), null);
                begun(CHARGE + "/prepare", phoneOfTest(), null);
            }
            for (int made = 0; made < 7; made++) {
                begun(CHARGE, phoneOfTest(), made % 2 == 0 ? "merchant-a" : "merchant-b");
                gateway.pass(Duration.ofMinutes(1));
            }
        });
        say("(?:at least )?an existing refund created by .*", _ -> {
            payment = paid(null);
            refund = refunded("partial", 400);
        });
        say("several existing refunds created by operation createRefund(.*)", _ -> {
            payment = paid(null);
            for (int made = 0; made < 7; made++) {
                refunded("partial", 10);
                gateway.pass(Duration.ofMinutes(1));
            }
        });
        say("an existing (total|partial) refund (being perfomed|completed successfully|finally denied) .*", words -> {
            payment = paid(
                    switch (words.group(2)) {
                        case "being perfomed" -> Telecom.Magic.SLOW_REFUNDS;
                        case "finally denied" -> Telecom.Magic.REFUNDS_DENIED_LATER;
                        default -> null;
                    });
            refund = refunded(words.group(1), 400);
        });
    }

    private void learnAnswers() {
        say(
                "the response status code is (\\d+)",
                words -> assertThat(response.statusCode())
                        .as(response.body())
                        .isEqualTo(Integer.parseInt(words.group(1))));
        say(
                "the response header \"Content-Type\" is \"application/json\"",
                _ -> assertThat(response.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/json"));
        say(
                "the response header \"x-correlator\" has same value .*",
                _ -> assertThat(response.headers().firstValue("x-correlator")).contains(correlator));
        say(
                "the response body complies with the OAS schema at \"/components/schemas/(\\w+)\"",
                words -> assertThat(description().faults(words.group(1), response.body()))
                        .as(response.body())
                        .isEmpty());
        String property = "the response (?:body )?(?:array )?property \"(\\$[^\"]*)\" ";
        say(
                property + "is (\\d+)",
                words -> assertThat(at(words.group(1)).asInt()).isEqualTo(Integer.parseInt(words.group(2))));
        say(
                property + "contains a user friendly text",
                words -> assertThat(at(words.group(1)).asText()).hasSizeGreaterThan(5));
        say(
                property + "is true",
                words -> assertThat(at(words.group(1)).asBoolean()).isTrue());
        say(
                property + "is false OR not returned",
                words -> assertThat(at(words.group(1)).asBoolean(false)).isFalse());
        say(
                property + "is not returned",
                words -> assertThat(at("$.validationInfo").isMissingNode()).isTrue());
        say(
                property + "is returned",
                _ -> assertThat(at("$.validationInfo").isObject()).isTrue());
        say(
                property + "is \"\\{\\}\"",
                words -> assertThat(at(words.group(1)).toString()).isEqualTo("{}"));
        say(
                property + "is \"(\\d+)\"",
                words -> assertThat(at(words.group(1)).decimalValue()).isEqualByComparingTo(words.group(2)));
        say(
                property + "is (?:set )?\"(.*)\"",
                words -> assertThat(at(words.group(1)).asText()).isEqualTo(words.group(2)));
        say(
                property + "has the same (?:value|information) as provided in the request body",
                words -> assertThat(at(words.group(1)).toString())
                        .isEqualTo(read(given(), words.group(1)).toString()));
        say(
                property + "is the value of the amount of the related payment",
                words -> assertThat(at(words.group(1)).decimalValue()).isEqualByComparingTo("1000"));
        say(
                property + "is the value of \"payment amount\" - \"refund amount\"",
                words -> assertThat(at(words.group(1)).decimalValue()).isEqualByComparingTo("600"));
        say(
                "the response body is an empty array \"\\[\\]\"",
                _ -> assertThat(answer()).isEmpty());
    }

    private void learnLists() {
        String all = "(?:all|only) the (?:payments|refunds) (?:returned have|with) their property "
                + "\"\\$(?:\\[\\*\\])?\\.(\\w+)\" ";
        say(
                all + "greater or equal than \"(.+?)\"(?: are returned)?",
                words -> each(item -> assertThat(
                                Instant.parse(item.path(words.group(1)).asText()))
                        .isAfterOrEqualTo(time(words.group(2)))));
        say(
                all + "lower or equal than \"(.+?)\"(?: are returned)?",
                words -> each(item -> assertThat(
                                Instant.parse(item.path(words.group(1)).asText()))
                        .isBeforeOrEqualTo(time(words.group(2)))));
        say(
                all + "between \"(.+?)\" and \"(.+?)\"",
                words -> each(item -> assertThat(
                                Instant.parse(item.path(words.group(1)).asText()))
                        .isBetween(time(words.group(2)), time(words.group(3)))));
        say(
                all + "== \"(\\w+)\"(?: are returned)?",
                words -> each(
                        item -> assertThat(item.path(words.group(1)).asText()).isEqualTo(words.group(2))));
        say(
                "(?:all|only) the (payments|refunds) (?:returned have|with) their property \"[^\"]*merchantIdentifier\" set.*",
                words -> {
                    String amount = words.group(1).equals("payments") ? "paymentAmount" : "refundAmount";
                    assertThat(answer()).isNotEmpty();
                    each(item -> assertThat(
                                    item.at("/amountTransaction/" + amount + "/chargingMetaData/merchantIdentifier")
                                            .asText())
                            .isEqualTo("merchant-a"));
                });
        say(
                "all the (?:payments|refunds) returned are ordered by \"(asc|desc)\" property \"[^\"]*\\.(\\w+)\"",
                words -> {
                    List<Instant> times = new ArrayList<>();
                    each(item ->
                            times.add(Instant.parse(item.path(words.group(2)).asText())));
                    List<Instant> ascending = times.stream().sorted().toList();
                    assertThat(times)
                            .hasSizeGreaterThan(2)
                            .isEqualTo(words.group(1).equals("asc") ? ascending : ascending.reversed());
                });
        say(
                "only five (?:payments|refunds)(?: are)? returned",
                _ -> assertThat(answer()).hasSize(5));
        say("only the payments associated to that phone number are returned", _ -> {
            assertThat(answer()).isNotEmpty();
            each(item -> assertThat(item.at("/amountTransaction/phoneNumber").asText())
                    .isEqualTo(phoneOfTest()));
        });
        say(
                "only the (?:payments|refunds) associated to that (?:application|phone number) are returned",
                _ -> assertThat(answer()).isNotEmpty());
    }

    // Requests.

    private void send(String operation) {
        assertThat(operation).isEqualTo(scenario.operation());
        for (int sent = 0; sent < repeat; sent++) {
            response = switch (operation) {
                case "createPayment" -> post(CHARGE, body);
                case "preparePayment" -> post(CHARGE + "/prepare", body);
                case "validatePayment" -> post(CHARGE + "/" + payment + "/validate", body);
                case "confirmPayment" -> post(CHARGE + "/" + payment + "/confirm", body);
                case "cancelPayment" -> post(CHARGE + "/" + payment + "/cancel", body);
                case "retrievePayment" -> get(CHARGE + "/" + hasPayment());
                case "retrievePayments" -> get(CHARGE);
                case "createRefund" -> post(REFUND + "/" + payment + "/refunds", body);
                case "retrieveRefund" -> get(REFUND + "/" + hasPayment() + "/refunds/" + refund);
                case "retrieveRefunds" -> get(REFUND + "/" + hasPayment() + "/refunds");
                case "retrievePaymentRemainingAmount" -> get(REFUND + "/" + hasPayment() + "/refunds/remaining-amount");
                default -> throw new IllegalStateException("no operation " + operation);
            };
        }
        faults(0);
    }

    private HttpResponse<String> post(String path, @Nullable ObjectNode sent) {
        return gateway.send(request(path)
                .header("Content-Type", "application/json")
                .POST(
                        sent == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(sent.toString())));
    }

    private HttpResponse<String> get(String path) {
        StringBuilder address = new StringBuilder(path);
        query.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return gateway.send(request(address.toString()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address().resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return sentCorrelator == null ? request : request.header("x-correlator", sentCorrelator);
    }

    private void faults(int throttled) {
        assertThat(gateway.post("/sandbox/telecom/faults", Map.of("throttled", throttled))
                        .statusCode())
                .isEqualTo(200);
    }

    // What was before.

    private String hasPayment() {
        if (payment.isEmpty()) {
            payment = switch (scenario.operation()) {
                case "confirmPayment", "cancelPayment" -> reserved(Telecom.Magic.NO_PASSWORD);
                case "validatePayment" -> pending();
                default -> paid(null);
            };
        }
        return payment;
    }

    private String pending() {
        JsonNode begun = begun(CHARGE + "/prepare", phoneOfTest(), null);
        given().put(
                        "authorizationId",
                        begun.at("/validationInfo/authorizationId").asText())
                .put("code", gateway.passwordOn(phoneOfTest()));
        return begun.path("paymentId").asText();
    }

    private String paid(Telecom.@Nullable Magic magic) {
        return begun(CHARGE, magic == null ? phoneOfTest() : magic.phone(), null)
                .path("paymentId")
                .asText();
    }

    private String reserved(Telecom.Magic magic) {
        String id = begun(CHARGE + "/prepare", magic.phone(), null)
                .path("paymentId")
                .asText();
        if (magic == Telecom.Magic.CONFIRM_DENIED) {
            JsonNode found = read(gateway.send(with(request(CHARGE + "/" + id), validToken())));
            ObjectNode code = HouseJson.newMapper().createObjectNode();
            code.put(
                            "authorizationId",
                            found.at("/validationInfo/authorizationId").asText())
                    .put("code", gateway.passwordOn(magic.phone()));
            assertThat(asValid(CHARGE + "/" + id + "/validate", code).statusCode())
                    .isEqualTo(204);
        }
        return id;
    }

    private JsonNode begun(String path, String phone, @Nullable String merchant) {
        ObjectNode made = transaction(phone);
        if (merchant != null) {
            made.withObject("/amountTransaction/paymentAmount/chargingMetaData").put("merchantIdentifier", merchant);
        }
        if (taxed) {
            made.withObject("/amountTransaction/paymentAmount/chargingInformation")
                    .put("isTaxIncluded", true);
        }
        HttpResponse<String> answer = asValid(path, made);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return read(answer);
    }

    private String refunded(String type, int amount) {
        ObjectNode made = refundBody(type, amount, "merchant-a");
        HttpResponse<String> answer = asValid(REFUND + "/" + payment + "/refunds", made);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return read(answer).path("refundId").asText();
    }

    private HttpResponse<String> act(String id, String what) {
        ObjectNode made = HouseJson.newMapper().createObjectNode();
        made.put("phoneNumber", "+84900000002");
        return asValid(CHARGE + "/" + id + "/" + what, made);
    }

    private String validToken() {
        return key + ":app:s" + number;
    }

    private HttpResponse<String> asValid(String path, ObjectNode sent) {
        String before = token;
        token = validToken();
        HttpResponse<String> answer = post(path, sent);
        token = before;
        return answer;
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String token) {
        return request.setHeader("Authorization", "Bearer " + token);
    }

    // Bodies.

    private ObjectNode bodyByDefault() {
        return switch (scenario.operation()) {
            case "createPayment", "preparePayment" -> transaction(phoneOfTest());
            case "confirmPayment", "cancelPayment" ->
                HouseJson.newMapper().createObjectNode().put("phoneNumber", "+84900000002");
            case "createRefund" -> refundBody("partial", 400, null);
            default -> HouseJson.newMapper().createObjectNode();
        };
    }

    private ObjectNode transaction(String phone) {
        ObjectNode made = HouseJson.newMapper().createObjectNode();
        ObjectNode transaction = made.putObject("amountTransaction");
        String id = "id-" + COUNT.incrementAndGet();
        transaction.put("phoneNumber", phone).put("referenceCode", id).put("clientCorrelator", id);
        ObjectNode amount = transaction.putObject("paymentAmount");
        amount.putObject("chargingInformation")
                .put("amount", 1_000)
                .put("currency", "VND")
                .put("description", "Roses");
        amount.set(
                "paymentDetails",
                list(Map.of("id", "item-1", "amount", 1_000, "currency", "VND", "description", "A rose")));
        return made;
    }

    private static ObjectNode refundBody(String type, int amount, @Nullable String merchant) {
        ObjectNode made = HouseJson.newMapper().createObjectNode().put("type", type);
        ObjectNode transaction = made.putObject("amountTransaction");
        String id = "ref-" + COUNT.incrementAndGet();
        transaction.put("referenceCode", id).put("clientCorrelator", id);
        ObjectNode refunded = transaction.putObject("refundAmount");
        if (type.equals("partial")) {
            refunded.putObject("chargingInformation")
                    .put("amount", amount)
                    .put("currency", "VND")
                    .put("description", "Roses");
        }
        if (merchant != null) {
            refunded.putObject("chargingMetaData").put("merchantIdentifier", merchant);
        }
        return made;
    }

    private void phone(Telecom.Magic magic) {
        put("$.amountTransaction.phoneNumber", magic.phone());
    }

    private String phoneOfTest() {
        return "+8491%07d".formatted(number);
    }

    private void speakFor(String phone) {
        token = key + ":phone:" + phone + ":app:s" + number;
    }

    private String phonePath() {
        return isOneOf("createPayment", "preparePayment") ? "$.amountTransaction.phoneNumber" : "$.phoneNumber";
    }

    private String bodyPath(String path) {
        return path.equals("$.clientCorrelator") ? "$.amountTransaction.clientCorrelator" : path;
    }

    private void validValue(String path) {
        if (path.endsWith("taxAmount")) {
            put(path, 80);
        } else if (path.endsWith("phoneNumber")) {
            put(path, phoneOfTest());
        } else if (!path.equals("$.authorizationId") && !path.equals("$.code")) {
            put(path, "value-" + number);
        }
    }

    private void spoil(String path) {
        if (path.equals("$.sink")) {
            given().put("sink", 5);
        } else if (path.equals("$.phoneNumber")) {
            put(phonePath(), "nobody");
        } else {
            put(path, "text");
        }
    }

    private void credential(String type, String tokenType) {
        given().putObject("sinkCredential")
                .put("credentialType", type)
                .put("accessToken", "t")
                .put("accessTokenExpiresUtc", "2027-01-01T00:00:00Z")
                .put("accessTokenType", tokenType);
    }

    private void query(String name, String value) {
        String mine = switch (name) {
            case "paymentCreationDate.gte" -> "startPaymentCreationDate";
            case "paymentCreationDate.lte" -> "endPaymentCreationDate";
            case "refundCreationDate.gte" -> "startRefundCreationDate";
            case "refundCreationDate.lte" -> "endRefundCreationDate";
            case "paymentStatus" -> scenario.operation().equals("retrieveRefunds") ? "refundStatus" : name;
            default -> name;
        };
        query.put(mine, value.startsWith("NOW") ? time(value).toString() : value);
    }

    private Instant time(String words) {
        Matcher days = Pattern.compile("NOW - (\\d+) days?").matcher(words);
        return days.matches() ? gateway.now().minus(Duration.ofDays(Long.parseLong(days.group(1)))) : gateway.now();
    }

    private ObjectNode given() {
        return Objects.requireNonNull(body, "the scenario sends no body");
    }

    private ObjectNode node(String path) {
        String parent = path.substring(0, path.lastIndexOf('.'));
        return parent.equals("$") ? given() : given().withObject(pointer(parent));
    }

    private void put(String path, Object value) {
        node(path).putPOJO(last(path), value);
        body = (ObjectNode) read(given().toString());
    }

    private void remove(String path) {
        node(path).remove(last(path));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String pointer(String path) {
        return path.substring(1).replace('.', '/');
    }

    private static JsonNode list(Map<String, Object> item) {
        return HouseJson.newMapper().valueToTree(List.of(item));
    }

    private static JsonNode read(JsonNode node, String path) {
        return node.at(pointer(path));
    }

    private JsonNode read(HttpResponse<String> answer) {
        return gateway.read(answer);
    }

    private static JsonNode read(String text) {
        try {
            return HouseJson.newMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    private JsonNode answer() {
        return gateway.read(response);
    }

    private JsonNode at(String path) {
        return read(answer(), path);
    }

    private void each(java.util.function.Consumer<JsonNode> check) {
        answer().forEach(check);
    }

    private OpenApi description() {
        String name =
                scenario.operation().contains("Refund") || scenario.operation().endsWith("RemainingAmount")
                        ? "camara-carrier-billing-refund.yaml"
                        : "camara-carrier-billing.yaml";
        return OpenApi.read(name, scenario.toString());
    }

    private boolean isOneOf(String... operations) {
        return List.of(operations).contains(scenario.operation());
    }

    private void say(String words, Meaning meaning) {
        meanings.add(new Step(Pattern.compile(words), meaning));
    }
}
