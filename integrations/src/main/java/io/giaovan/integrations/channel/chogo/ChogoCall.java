package io.giaovan.integrations.channel.chogo;

/** The next call that brings the marketplace's order nearer to where ours is. */
enum ChogoCall {
    SHIP_ORDER,
    MARK_DELIVERED,
    MARK_RETURNED,
    CANCEL_ORDER,
    ACCEPT_CANCELLATION,
    REJECT_CANCELLATION,
    /** It is there. */
    NOTHING,
    /** It can never get there. */
    IMPOSSIBLE
}
