package io.giaovan.store.outbox;

/** A background worker that can say how much it still has to do; the house is quiet when all say zero. */
public interface UnfinishedWork {
    /** What the worker is called on the operations page. */
    String name();

    /** Things begun or due and not finished yet. */
    long unfinished();
}
