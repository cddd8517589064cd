package io.giaovan.paymentgateway.rail.bank.file;

import io.giaovan.contracts.money.Money;

/**
 * One payment that is ordered by file.
 *
 * @param endToEndId identifies it everywhere
 * @param payeeAccount where the money goes
 * @param content what the payee reads
 * @param status where it stands
 * @param reason why the bank refused, or the empty text
 */
record BankFileOrder(
        String endToEndId, String payeeAccount, Money amount, String content, Status status, String reason) {
    /** Where an order stands. */
    enum Status {
        /** In no file yet. */
        WAITING,
        /** In a file; the bank has not said what became of it. */
        SENT,
        PAID,
        REJECTED
    }
}
