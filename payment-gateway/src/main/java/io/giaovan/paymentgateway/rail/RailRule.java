package io.giaovan.paymentgateway.rail;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.payment.ChargeMethod;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rails a charge may go over, in order. Written as {@code METHOD [amount FROM-TO] [prefix P|P] [merchant M|M]:
 * RAIL RAIL}, for instance {@code WALLET amount 1-5000000 merchant rose: zalopay momo}. A prefix of a phone number is a
 * hint of its operator only, because numbers move.
 *
 * @param from smallest amount, in minor units
 * @param to largest amount, in minor units
 * @param prefixes beginnings of phone numbers; none means any
 * @param merchants ids of merchants; none means any
 * @param rails first choice first
 */
record RailRule(
        ChargeMethod method, long from, long to, List<String> prefixes, List<String> merchants, List<String> rails) {
    private static final Pattern TEXT = Pattern.compile(
            "(?<method>[A-Z_]+)( amount (?<from>[0-9]{1,15})-(?<to>[0-9]{1,15}))?( prefix (?<prefixes>[+0-9|]+))?"
                    + "( merchant (?<merchants>[A-Za-z0-9_.|-]+))? ?: ?(?<rails>[a-z_]+( [a-z_]+)*)");

    RailRule {
        prefixes = List.copyOf(prefixes);
        merchants = List.copyOf(merchants);
        rails = List.copyOf(rails);
        if (from > to) {
            throw new IllegalArgumentException("giaovan.rails.rules: amount " + from + "-" + to + " is empty");
        }
    }

    static RailRule parse(String text) {
        Matcher rule = TEXT.matcher(text.strip());
        if (!rule.matches()) {
            throw new IllegalArgumentException("giaovan.rails.rules: '" + text
                    + "' is not METHOD [amount FROM-TO] [prefix P|P] [merchant M|M]: RAIL RAIL");
        }
        String from = rule.group("from");
        return new RailRule(
                ChargeMethod.valueOf(rule.group("method")),
                from == null ? 0 : Long.parseLong(from),
                from == null ? Long.MAX_VALUE : Long.parseLong(rule.group("to")),
                alternatives(rule.group("prefixes")),
                alternatives(rule.group("merchants")),
                List.of(rule.group("rails").split(" ")));
    }

    private static List<String> alternatives(@Nullable String text) {
        return text == null ? List.of() : Arrays.stream(text.split("\\|")).toList();
    }

    boolean covers(ChargeMethod wanted, MerchantId merchant, Money amount, @Nullable String phone) {
        return wanted == method
                && amount.amount() >= from
                && amount.amount() <= to
                && (merchants.isEmpty() || merchants.contains(merchant.value()))
                && (prefixes.isEmpty() || phone != null && prefixes.stream().anyMatch(phone::startsWith));
    }
}
