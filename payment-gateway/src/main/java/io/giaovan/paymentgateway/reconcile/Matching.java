package io.giaovan.paymentgateway.reconcile;

import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.paymentgateway.rail.bank.BankStatement.Line;
import io.giaovan.paymentgateway.reconcile.Finding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives each line of a day's statement its posting, the surest pairs first: same reference, amount and day; then same
 * reference and amount; then same amount and day with the reference in the content; then same reference. A posting is given once. Lines of earlier days take theirs before, so that
 * what the bank books again days later is doubled and not late. Not safe for concurrent use.
 */
final class Matching {
    private final ServiceDay day;
    private final Map<String, List<Posting>> free = new HashMap<>();
    private final Map<String, Posting> given = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long matched;

    private Matching(ServiceDay day, List<Posting> postings) {
        this.day = day;
        for (Posting posting : postings) {
            free.computeIfAbsent(posting.reference(), _ -> new ArrayList<>()).add(posting);
        }
    }

    /**
     * What came of it.
     *
     * @param matched lines with their posting of the same amount and day
     */
    record Outcome(long matched, List<Finding> findings) {}

    /**
     * Compares.
     *
     * @param lines the day's statement
     * @param earlier lines of the days before, oldest first
     * @param postings of the day and of the days around it
     */
    static Outcome compare(ServiceDay day, List<Line> lines, List<Line> earlier, List<Posting> postings) {
        Matching matching = new Matching(day, postings);
        matching.passThrough(earlier);
        List<Line> rest = matching.take(lines, Matching::sameAmountAndDay, null);
        rest = matching.take(rest, Matching::sameAmount, Kind.LATE);
        rest = matching.takeByContent(rest);
        rest = matching.take(rest, (_, _) -> true, Kind.AMOUNT_OFF);
        matching.judgeUnpaired(rest);
        matching.findMissing();
        return new Outcome(matching.matched, List.copyOf(matching.findings));
    }

    private void passThrough(List<Line> earlier) {
        List<Line> rest = earlier;
        for (BiPredicate<Line, Posting> fits :
                List.<BiPredicate<Line, Posting>>of(Matching::sameAmountAndDay, Matching::sameAmount, (_, _) -> true)) {
            List<Line> unpaired = new ArrayList<>();
            for (Line line : rest) {
                if (taken(line, fits) == null) {
                    unpaired.add(line);
                }
            }
            rest = unpaired;
        }
    }

    /** Pairs what fits; returns the lines without a posting. */
    private List<Line> take(List<Line> lines, BiPredicate<Line, Posting> fits, @Nullable Kind kind) {
        List<Line> rest = new ArrayList<>();
        for (Line line : lines) {
            Posting posting = taken(line, fits);
            if (posting == null) {
                rest.add(line);
            } else if (kind == null) {
                matched++;
            } else {
                findings.add(
                        new Finding(kind, line.reference(), line.amount(), posting.amount(), posting.transferId()));
            }
        }
        return rest;
    }

    /** Banks cut references or leave them out: a line may say it in its content, with the same amount and day. */
    private List<Line> takeByContent(List<Line> lines) {
        List<Line> rest = new ArrayList<>();
        for (Line line : lines) {
            List<Posting> named = line.content().isEmpty() || free.containsKey(line.reference())
                    ? List.of()
                    : free.values().stream()
                            .flatMap(List::stream)
                            .filter(posting -> sameAmountAndDay(line, posting)
                                    && squeezed(line.content()).contains(squeezed(posting.reference())))
                            .toList();
            if (named.size() == 1) {
                Posting posting = named.getFirst();
                List<Posting> siblings = free.getOrDefault(posting.reference(), new ArrayList<>());
                siblings.remove(posting);
                given.put(line.reference(), posting);
                matched++;
            } else {
                rest.add(line);
            }
        }
        return rest;
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    private @Nullable Posting taken(Line line, BiPredicate<Line, Posting> fits) {
        Iterator<Posting> candidates =
                free.getOrDefault(line.reference(), List.of()).iterator();
        while (candidates.hasNext()) {
            Posting candidate = candidates.next();
            if (fits.test(line, candidate)) {
                candidates.remove();
                given.put(line.reference(), candidate);
                return candidate;
            }
        }
        return null;
    }

    private void judgeUnpaired(List<Line> lines) {
        for (Line line : lines) {
            Posting before = given.get(line.reference());
            findings.add(
                    before == null
                            ? new Finding(Kind.FOREIGN, line.reference(), line.amount(), null, null)
                            : new Finding(
                                    Kind.DOUBLED,
                                    line.reference(),
                                    line.amount(),
                                    before.amount(),
                                    before.transferId()));
        }
    }

    private void findMissing() {
        free.values().stream()
                .flatMap(List::stream)
                .filter(posting -> dayOf(posting.at()).equals(day))
                .sorted(Comparator.comparing(Posting::at).thenComparing(Posting::transferId))
                .forEach(posting -> findings.add(
                        new Finding(Kind.MISSING, posting.reference(), null, posting.amount(), posting.transferId())));
    }

    private static boolean sameAmount(Line line, Posting posting) {
        return line.amount().equals(posting.amount());
    }

    private static boolean sameAmountAndDay(Line line, Posting posting) {
        return sameAmount(line, posting) && dayOf(line.at()).equals(dayOf(posting.at()));
    }

    private static ServiceDay dayOf(Instant instant) {
        return ServiceDay.of(instant, ServiceDay.VIETNAM);
    }
}
