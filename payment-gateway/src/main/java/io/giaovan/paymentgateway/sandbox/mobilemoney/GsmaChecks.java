package io.giaovan.paymentgateway.sandbox.mobilemoney;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks requests against the GSMA's schema, as a provider would. */
final class GsmaChecks {
    static final String UUID = "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}";
    private static final String AMOUNT = "([0]|([1-9][0-9]{0,17}))([.][0-9]{0,3}[1-9])?";
    private static final int TEXT_LENGTH_MAX = 256;
    private static final int PARTIES_MAX = 10;
    private static final Set<String> PARTIES = Set.of("msisdn", "walletid", "accountid", "organisationid");

    private GsmaChecks() {}

    static void transaction(JsonNode body) {
        amount(body);
        if (!body.has("creditParty") && !body.has("debitParty")) {
            throw GsmaRefusal.missing("creditParty or debitParty");
        }
        party(body, "creditParty");
        party(body, "debitParty");
        text(body, "requestingOrganisationTransactionReference");
        text(body, "descriptionText");
    }

    static void reversal(JsonNode body) {
        String type = body.path("type").asText("");
        if (type.isEmpty()) {
            throw GsmaRefusal.missing("type");
        }
        if (!type.equals("reversal") && !type.equals("adjustment")) {
            throw GsmaRefusal.format("type is reversal or adjustment");
        }
        if (body.has("amount") || body.has("currency")) {
            amount(body);
        }
        text(body, "requestingOrganisationTransactionReference");
    }

    private static void amount(JsonNode body) {
        if (!body.hasNonNull("amount")) {
            throw GsmaRefusal.missing("amount");
        }
        if (!body.path("amount").isTextual() || !body.path("amount").asText().matches(AMOUNT)) {
            throw GsmaRefusal.format("amount is decimal text with at most four decimals");
        }
        if (body.path("amount").asText().equals("0")) {
            throw GsmaRefusal.business("lessThanTransactionMinValue", "amount is 0");
        }
        if (!body.hasNonNull("currency")) {
            throw GsmaRefusal.missing("currency");
        }
        try {
            Currency.getInstance(body.path("currency").asText());
        } catch (IllegalArgumentException unknown) {
            throw GsmaRefusal.format("currency is not an ISO 4217 code");
        }
        if (!body.path("currency").asText().equals("VND")) {
            throw GsmaRefusal.business("currencyNotSupported", "Wallets here are in VND");
        }
    }

    private static void party(JsonNode body, String name) {
        JsonNode parties = body.path(name);
        if (parties.isMissingNode()) {
            return;
        }
        if (!parties.isArray() || parties.isEmpty() || parties.size() > PARTIES_MAX) {
            throw GsmaRefusal.format(name + " is a list of 1 to " + PARTIES_MAX);
        }
        for (JsonNode party : parties) {
            if (!PARTIES.contains(party.path("key").asText(""))) {
                throw GsmaRefusal.format(name + ".key is none of " + PARTIES);
            }
            if (party.path("value").asText("").isEmpty()) {
                throw GsmaRefusal.missing(name + ".value");
            }
        }
    }

    /** The phone among a party's identifiers, or null. */
    static @Nullable String phone(JsonNode body, String name) {
        for (JsonNode party : body.path(name)) {
            if (party.path("key").asText().equals("msisdn")) {
                return party.path("value").asText();
            }
        }
        return null;
    }

    private static void text(JsonNode body, String name) {
        if (body.path(name).asText("").length() > TEXT_LENGTH_MAX) {
            throw new GsmaRefusal(
                    400, "validation", "lengthError", name + " has over " + TEXT_LENGTH_MAX + " characters");
        }
    }
}
