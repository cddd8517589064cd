package io.giaovan.paymentgateway.ledger;

import io.giaovan.contracts.money.Money;
import java.util.List;

/**
 * What a full reading of the ledger found.
 *
 * @param transfers how many there are
 * @param balanced whether every transfer adds up to zero in each currency
 * @param sums the sum over all entries, one per currency, zero when right
 * @param chainIntact whether every transfer is unchanged and none is missing from its chain
 * @param balancesAgree whether the cached balances equal the fold of entries
 * @param capturesPerChargeMax the most often that one charge was captured, 1 when right
 * @param balances every account as debits minus credits, so that all add up to zero
 * @param findings the first {@value #FINDINGS_MAX} things that are wrong
 */
public record LedgerAudit(
        long transfers,
        boolean balanced,
        List<Money> sums,
        boolean chainIntact,
        boolean balancesAgree,
        long capturesPerChargeMax,
        List<AccountBalance> balances,
        List<String> findings) {
    static final int FINDINGS_MAX = 100;

    /** What an account stands at. */
    public record AccountBalance(String account, Money balance) {}
}
