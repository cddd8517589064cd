package io.giaovan.paymentgateway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.time.ServiceDay;
import io.giaovan.paymentgateway.rail.bank.BankStatement.Line;
import io.giaovan.paymentgateway.reconcile.Finding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final ServiceDay DAY = new ServiceDay(LocalDate.of(2026, 11, 24), ServiceDay.VIETNAM);
    private static final Instant MIDNIGHT = DAY.at(LocalTime.MIDNIGHT);
    private static final Instant NOON = DAY.at(LocalTime.NOON);
    private static final int SEEDS = 200;
    private static final int POSTINGS = 150;

    @Test
    void everySeededErrorIsFoundAndNoneIsInvented() {
        Map<Kind, Integer> seeded = new EnumMap<>(Kind.class);
        for (int seed = 1; seed <= SEEDS; seed++) {
            Month month = new Month(new Random(seed));

            Matching.Outcome outcome = Matching.compare(DAY, month.lines, month.earlier, month.postings);

            assertThat(outcome.findings()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(month.wrong);
            assertThat(outcome.matched()).as("seed %d", seed).isEqualTo(month.right);
            month.wrong.forEach(finding -> seeded.merge(finding.kind(), 1, Integer::sum));
        }
        assertThat(seeded).containsOnlyKeys(Kind.values());
        assertThat(seeded.values()).allMatch(count -> count > SEEDS);
    }

    @Test
    void whatTheBankBooksAgainDaysLaterIsDoubledAndNotLate() {
        Posting posting = new Posting("t", "FT1", Money.vnd(5), NOON.minus(Duration.ofDays(1)));

        var outcome = Matching.compare(
                DAY,
                List.of(new Line("FT1", Money.vnd(5), NOON)),
                List.of(new Line("FT1", Money.vnd(5), NOON.minus(Duration.ofDays(1)))),
                List.of(posting));

        assertThat(outcome.findings())
                .containsExactly(new Finding(Kind.DOUBLED, "FT1", Money.vnd(5), Money.vnd(5), "t"));
    }

    @Test
    void aDayEndsAtMidnightInVietnam() {
        Posting last = new Posting(
                "t", "FT1", Money.vnd(5), DAY.next().at(LocalTime.MIDNIGHT).minusMillis(1));
        Posting next = new Posting("u", "FT2", Money.vnd(5), DAY.next().at(LocalTime.MIDNIGHT));

        var outcome = Matching.compare(DAY, List.of(), List.of(), List.of(last, next));

        assertThat(outcome.findings()).containsExactly(new Finding(Kind.MISSING, "FT1", null, Money.vnd(5), "t"));
    }

    @Test
    void theRightOneOfTwoLinesKeepsThePosting() {
        Posting posting = new Posting("t", "FT1", Money.vnd(5), NOON);

        var outcome = Matching.compare(
                DAY,
                List.of(new Line("FT1", Money.vnd(6), NOON), new Line("FT1", Money.vnd(5), NOON)),
                List.of(),
                List.of(posting));

        assertThat(outcome.matched()).isEqualTo(1);
        assertThat(outcome.findings())
                .containsExactly(new Finding(Kind.DOUBLED, "FT1", Money.vnd(6), Money.vnd(5), "t"));
    }

    /** A day's books with errors at random places, and what is to be found in them. */
    private static final class Month {
        private final Random random;
        private final List<Posting> postings = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Line> earlier = new ArrayList<>();
        private final List<Finding> wrong = new ArrayList<>();
        private long right;

        Month(Random random) {
            this.random = random;
            for (int number = 0; number < POSTINGS; number++) {
                switch (random.nextInt(20)) {
                    case 0 -> missing(posting(number, 0));
                    case 1 -> doubled(posting(number, 0));
                    case 2 -> amountOff(posting(number, 0));
                    case 3 -> late(posting(number, 1 + random.nextInt(7)));
                    case 4 -> foreign(number);
                    case 5 -> postings.add(posting(number, -1 - random.nextInt(7)));
                    case 6, 7 -> settledBefore(posting(number, 1 + random.nextInt(7)));
                    default -> right(posting(number, 0));
                }
            }
            Collections.shuffle(lines, random);
            Collections.shuffle(earlier, random);
            Collections.shuffle(postings, random);
        }

        private Posting posting(int number, int daysBefore) {
            long amount = (1 + random.nextInt(5)) * 50_000L * (random.nextInt(3) == 0 ? -1 : 1);
            Instant at = MIDNIGHT.plusSeconds(random.nextInt(24 * 3600)).minus(Duration.ofDays(daysBefore));
            return new Posting("transfer-" + number, "FT" + number, Money.vnd(amount), at);
        }

        private Line line(Posting posting, Money amount) {
            return new Line(posting.reference(), amount, MIDNIGHT.plusSeconds(random.nextInt(24 * 3600)));
        }

        private void right(Posting posting) {
            postings.add(posting);
            lines.add(line(posting, posting.amount()));
            right++;
        }

        private void settledBefore(Posting posting) {
            postings.add(posting);
            earlier.add(new Line(posting.reference(), posting.amount(), posting.at()));
        }

        private void missing(Posting posting) {
            postings.add(posting);
            wrong.add(finding(Kind.MISSING, posting, null));
        }

        private void doubled(Posting posting) {
            right(posting);
            lines.add(line(posting, posting.amount()));
            wrong.add(finding(Kind.DOUBLED, posting, posting.amount()));
        }

        private void amountOff(Posting posting) {
            postings.add(posting);
            Money other = posting.amount().plus(Money.vnd(random.nextBoolean() ? 1 : -1_000));
            lines.add(line(posting, other));
            wrong.add(finding(Kind.AMOUNT_OFF, posting, other));
        }

        private void late(Posting posting) {
            postings.add(posting);
            lines.add(line(posting, posting.amount()));
            wrong.add(finding(Kind.LATE, posting, posting.amount()));
        }

        private void foreign(int number) {
            Line line = new Line("STRANGE" + number, Money.vnd(50_000), NOON);
            lines.add(line);
            wrong.add(new Finding(Kind.FOREIGN, line.reference(), line.amount(), null, null));
        }

        private static Finding finding(Kind kind, Posting posting, Money statement) {
            return new Finding(kind, posting.reference(), statement, posting.amount(), posting.transferId());
        }
    }
}
