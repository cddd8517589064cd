package io.giaovan.paymentgateway.reconcile;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.rail.bank.BankStatement.Line;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a provider's settlement file: CSV with the columns {@code reference,kind,amount,currency,at}; the reference is
 * ours as the provider knows it, refunds are below zero. What a provider gave back of a payment because less was taken
 * than agreed is one line with its payment, as in the ledger.
 */
final class ProviderFile {
    static final String HEADER = "reference,kind,amount,currency,at";
    static final int LINES_MAX = 100_000;
    private static final Pattern OURS = Pattern.compile("(?<rest>rest-)?(?<id>(pi|re|po)_[A-Za-z0-9]+)");

    private ProviderFile() {}

    static List<Line> read(String file) {
        List<String> rows = file.lines().filter(row -> !row.isBlank()).toList();
        if (rows.isEmpty() || !rows.getFirst().strip().equals(HEADER)) {
            throw ProblemException.invalid("file", "", "does not begin with " + HEADER);
        }
        if (rows.size() > LINES_MAX + 1) {
            throw new ProblemException(
                    ErrorCode.LIMIT_REACHED, "The file has " + rows.size() + " lines, allowed are " + LINES_MAX);
        }
        List<Line> lines = new ArrayList<>();
        Map<String, Money> rests = new LinkedHashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            Line line = line(row);
            Matcher ours = OURS.matcher(line.reference());
            boolean known = ours.find();
            if (known && ours.group("rest") != null) {
                rests.merge(ours.group("id"), line.amount(), Money::plus);
            } else {
                lines.add(known ? new Line(ours.group("id"), line.amount(), line.at()) : line);
            }
        }
        List<Line> merged = new ArrayList<>();
        for (Line line : lines) {
            Money rest = line.amount().isPositive() ? rests.remove(line.reference()) : null;
            merged.add(
                    rest == null
                            ? line
                            : new Line(line.reference(), line.amount().plus(rest), line.at()));
        }
        // A rest whose payment is not in the file stands alone; it will be found to be foreign.
        rests.forEach((id, rest) -> merged.add(new Line("rest-" + id, rest, Instant.EPOCH)));
        return merged;
    }

    private static Line line(String row) {
        String[] cells = row.split(",", -1);
        if (cells.length != 5 || !cells[2].matches("-?[0-9]{1,15}")) {
            throw ProblemException.invalid("file", row, "is no line of " + HEADER);
        }
        try {
            return new Line(cells[0], new Money(Long.parseLong(cells[2]), cells[3]), Instant.parse(cells[4].strip()));
        } catch (DateTimeParseException | IllegalArgumentException wrong) {
            throw ProblemException.invalid("file", row, "has no amount or time that can be read");
        }
    }
}
