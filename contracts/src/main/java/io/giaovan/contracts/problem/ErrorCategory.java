package io.giaovan.contracts.problem;

/** Whose trouble it is, which decides what the caller should do next. */
public enum ErrorCategory {
    /** The request is wrong or comes at the wrong moment: change it before sending it again. */
    CALLER,
    /** Our fault: the same request may work later. */
    OURS,
    /** A partner failed: the same request may work later. */
    PARTNER,
    /** A limit is reached: wait, then send the same request. */
    CAPACITY
}
