package io.giaovan.paymentgateway.limit;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.contracts.time.ServiceDay;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reserves shares of monthly limits. Two who want what only one can have never both get it: a change is stored only over
 * the version it was decided on. A refund gives nothing back, because the payment was made. Safe for concurrent use, also
 * by several processes.
 */
@Singleton
public final class SubscriberLimits implements ApplicationEventListener<StartupEvent> {
    private static final int TRIES_MAX = 100;

    private final LimitBooks books;

    SubscriberLimits(LimitBooks books) {
        this.books = books;
    }

    /** A house without any rule begins with the law's. */
    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (books.listRules().isEmpty()) {
            LimitSeed.rules().forEach(books::keep);
        }
    }

    /** Reserves a share; the same attempt is reserved once. */
    public LimitAnswer reserve(Claimed claimed) {
        LocalDate day = claimed.at().atZone(ServiceDay.VIETNAM).toLocalDate();
        List<LimitRule> rules = books.listRules();
        Bucket wanted = books.bucketOf(claimed.merchantId());
        Optional<LimitRule> rule = inForce(rules, claimed, wanted, day);
        Bucket bucket = rule.isPresent() ? wanted : Bucket.STANDARD;
        Optional<LimitRule> holding = rule.or(() -> inForce(rules, claimed, Bucket.STANDARD, day));
        if (holding.isEmpty() || books.isBusiness(claimed.provider(), claimed.phoneIndex())) {
            return new LimitAnswer.Granted();
        }
        Money limit = holding.get().perMonth();
        YearMonth month = YearMonth.from(day);
        String id = id(claimed, bucket, month);
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Usage usage = books.find(id)
                    .orElseGet(() -> new Usage(id, Map.of(), claimed.amount().currency(), 0));
            if (usage.shares().containsKey(claimed.attempt())) {
                return new LimitAnswer.Granted();
            }
            Money used = usage.used();
            if (used.plus(claimed.amount()).compareTo(limit) > 0) {
                return new LimitAnswer.Exceeded(claimed.provider(), limit, used, month);
            }
            if (usage.shares().size() >= Usage.SHARES_MAX) {
                throw new ProblemException(
                        ErrorCode.LIMIT_REACHED,
                        "A subscriber can make " + Usage.SHARES_MAX + " payments over " + claimed.provider()
                                + " in a month");
            }
            if (books.update(usage.with(claimed.attempt(), claimed.amount()))) {
                return new LimitAnswer.Granted();
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "The limit is being used by others; try again");
    }

    /** Sets a share to what was taken in the end, zero when nothing was; a share that is not there stays so. */
    public void settle(Claimed claimed, Money taken) {
        YearMonth month = YearMonth.from(claimed.at().atZone(ServiceDay.VIETNAM));
        for (Bucket bucket : Bucket.values()) {
            settle(id(claimed, bucket, month), claimed.attempt(), taken);
        }
    }

    private void settle(String id, String attempt, Money taken) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Optional<Usage> usage = books.find(id);
            if (usage.isEmpty()) {
                return;
            }
            Long share = usage.get().shares().get(attempt);
            if (share == null
                    || share == taken.amount()
                    || books.update(usage.get().with(attempt, taken))) {
                return;
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "The limit is being used by others; try again");
    }

    /** What a subscriber has used of a bucket in the month of an instant. */
    Money used(String provider, String phoneIndex, Bucket bucket, Instant at) {
        YearMonth month = YearMonth.from(at.atZone(ServiceDay.VIETNAM));
        return books.find(id(provider, phoneIndex, bucket, month))
                .map(Usage::used)
                .orElse(Money.vnd(0));
    }

    /** A provider's own rule comes before the rule for all; of several the latest that has begun. */
    private static Optional<LimitRule> inForce(List<LimitRule> rules, Claimed claimed, Bucket bucket, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.bucket() == bucket && !rule.from().isAfter(day))
                .filter(rule ->
                        rule.perMonth().currency().equals(claimed.amount().currency()))
                .filter(rule -> rule.provider().equals(claimed.provider())
                        || rule.provider().equals(LimitRule.ANY))
                .max(Comparator.comparing((LimitRule rule) -> !rule.provider().equals(LimitRule.ANY))
                        .thenComparing(LimitRule::from));
    }

    private static String id(Claimed claimed, Bucket bucket, YearMonth month) {
        return id(claimed.provider(), claimed.phoneIndex(), bucket, month);
    }

    private static String id(String provider, String phoneIndex, Bucket bucket, YearMonth month) {
        return provider + "|" + phoneIndex + "|" + bucket + "|" + month;
    }
}
