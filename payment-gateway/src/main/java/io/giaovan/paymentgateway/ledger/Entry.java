package io.giaovan.paymentgateway.ledger;

import io.giaovan.contracts.money.Money;

/**
 * One line of a transfer.
 *
 * @param account where
 * @param amount positive debits, negative credits; never zero
 */
public record Entry(LedgerAccount account, Money amount) {
    public Entry {
        if (amount.isZero()) {
            throw new IllegalArgumentException("entry.amount: 0 moves nothing on " + account);
        }
    }

    public static Entry debit(LedgerAccount account, Money amount) {
        return new Entry(account, amount);
    }

    public static Entry credit(LedgerAccount account, Money amount) {
        return new Entry(account, amount.negated());
    }
}
