package io.giaovan.paymentgateway.cod.remittance;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.cod.remittance.CarrierTerms.Column;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel company says of one parcel.
 *
 * @param number of the row
 * @param tracking the company's code
 * @param amount the cash it took, zero or more
 * @param fee what it keeps for that, zero or more
 * @param returnFee what it keeps for bringing parcels back, zero or more
 */
record RemittanceRow(int number, String tracking, Money amount, Money fee, Money returnFee) {
    /** What the company pays over for it; below zero when it keeps more than it took. */
    Money net() {
        return amount.minus(fee).minus(returnFee);
    }

    /**
     * The rows of a file.
     *
     * @param rows that can be read
     * @param malformed what is wrong with the others, by number of the row
     */
    record Reading(List<RemittanceRow> rows, Map<Integer, String> malformed) {}

    static Reading read(TableFile file, CarrierTerms terms) {
        if (file.rows().isEmpty()) {
            throw TableFile.broken("holds no rows");
        }
        Map<Column, Integer> places = places(file.rows().getFirst(), terms);
        List<RemittanceRow> rows = new ArrayList<>();
        Map<Integer, String> malformed = new java.util.TreeMap<>();
        for (TableFile.Row row : file.rows().subList(1, file.rows().size())) {
            String why = row.formula() ? "a cell is a formula" : add(row, places, terms, rows);
            if (why != null) {
                malformed.put(row.number(), why);
            }
        }
        return new Reading(rows, malformed);
    }

    private static Map<Column, Integer> places(TableFile.Row header, CarrierTerms terms) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int column = 0; column < header.cells().size(); column++) {
            for (Map.Entry<Column, String> wanted : terms.columns().entrySet()) {
                if (folded(header.cell(column)).equals(folded(wanted.getValue()))) {
                    places.putIfAbsent(wanted.getKey(), column);
                }
            }
        }
        for (Column needed : List.of(Column.TRACKING, Column.AMOUNT)) {
            if (!places.containsKey(needed)) {
                throw TableFile.broken("has no column '" + terms.columns().get(needed) + "' for " + needed);
            }
        }
        return places;
    }

    /** Headers are the same whatever their case, marks and spaces. */
    private static String folded(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static @Nullable String add(
            TableFile.Row row, Map<Column, Integer> places, CarrierTerms terms, List<RemittanceRow> rows) {
        String tracking = row.cell(places.getOrDefault(Column.TRACKING, -1));
        if (!tracking.matches("[A-Za-z0-9_.-]{1,60}")) {
            return "the tracking code is not 1 to 60 letters, digits, _ . or -";
        }
        Money[] amounts = new Money[3];
        int at = 0;
        for (Column column : List.of(Column.AMOUNT, Column.FEE, Column.RETURN_FEE)) {
            Money amount = amount(row.cell(places.getOrDefault(column, -1)), terms.currency());
            if (amount == null) {
                return column + " is not a whole number of 0 or more";
            }
            amounts[at++] = amount;
        }
        rows.add(new RemittanceRow(row.number(), tracking, amounts[0], amounts[1], amounts[2]));
        return null;
    }

    /** Whole minor units, with or without separators of thousands; an empty cell is zero. */
    private static @Nullable Money amount(String cell, String currency) {
        if (cell.isEmpty()) {
            return Money.zero(currency);
        }
        String plain = cell.matches("[0-9]{1,3}([.,][0-9]{3})+") ? cell.replaceAll("[.,]", "") : cell;
        return plain.matches("[0-9]{1,15}") ? new Money(Long.parseLong(plain), currency) : null;
    }
}
