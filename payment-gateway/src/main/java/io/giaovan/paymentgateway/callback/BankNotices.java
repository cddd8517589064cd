package io.giaovan.paymentgateway.callback;

/** Keeps the bank's notices, each with what became of it. Safe for concurrent use. */
interface BankNotices {
    /**
     * Keeps a notice; the same notice again changes nothing.
     *
     * @return false when it was settled before
     * @throws io.giaovan.contracts.problem.ProblemException IDEMPOTENCY_KEY_REUSED when it came before with other content
     */
    boolean keep(BankNotice notice);

    /** What became of it. */
    void settled(String noticeId, String outcome, String charge);
}
