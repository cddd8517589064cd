package io.giaovan.paymentgateway.charge;

/** What a fact does to a charge. */
public sealed interface ChargeOutcome {
    record Moved(ChargeState state) implements ChargeOutcome {}

    /** It was so already. */
    record Unchanged() implements ChargeOutcome {}

    /** It cannot happen in this state. */
    record OutOfSequence() implements ChargeOutcome {}
}
