package io.giaovan.contracts.money;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An amount of money: whole minor units with a currency. The đồng has no decimals, so 250,000 ₫ is {@code amount
 * 250000}; one US dollar is {@code amount 100}.
 *
 * @param amount minor units, may be negative (a debt or a correction), at most {@value #AMOUNT_MAX} either side of zero
 * @param currency ISO 4217 code, upper case
 */
public record Money(long amount, String currency) implements Comparable<Money> {
    /** The largest magnitude of an amount, in minor units: far above any parcel and far below overflow. */
    public static final long AMOUNT_MAX = 1_000_000_000_000_000L;

    public static final String VND = "VND";

    public Money {
        if (amount > AMOUNT_MAX || amount < -AMOUNT_MAX) {
            throw new IllegalArgumentException(
                    "amount: " + amount + " is beyond the limit of " + AMOUNT_MAX + " minor units");
        }
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("currency: '" + currency + "' is not an ISO 4217 code", unknown);
        }
    }

    public static Money vnd(long dong) {
        return new Money(dong, VND);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, sameCurrency(other).amount), currency);
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(amount, count), currency);
    }

    public Money negated() {
        return new Money(-amount, currency);
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isPositive() {
        return amount > 0;
    }

    public boolean isNegative() {
        return amount < 0;
    }

    /**
     * Splits this amount by weights so that the parts add up to the whole exactly; the units that do not divide go to
     * the first parts.
     *
     * @param weights at least one, none negative, with a positive sum
     */
    public List<Money> split(List<Long> weights) {
        long total = weights.stream().mapToLong(Long::longValue).sum();
        if (weights.isEmpty() || total <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights: " + weights + " must be non-negative with a positive sum");
        }
        List<Long> parts = new ArrayList<>();
        long given = 0;
        for (long weight : weights) {
            long part = Math.multiplyExact(amount, weight) / total;
            parts.add(part);
            given += part;
        }
        long rest = amount - given;
        for (int i = 0; rest != 0; i = (i + 1) % parts.size()) {
            if (weights.get(i) == 0) {
                continue;
            }
            long step = Long.signum(rest);
            parts.set(i, parts.get(i) + step);
            rest -= step;
        }
        return parts.stream().map(part -> new Money(part, currency)).toList();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currency: " + other.currency + " cannot be combined with " + currency);
        }
        return other;
    }
}
