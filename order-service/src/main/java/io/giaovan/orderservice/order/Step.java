package io.giaovan.orderservice.order;

/**
 * Something that must be done in the world because of what is true of an order. Steps of one lane are done in the order
 * in which they became due; lanes do not wait for each other.
 */
public enum Step {
    KEEP_STOCK(Lane.STOCK),
    RELEASE_STOCK(Lane.STOCK),
    TAKE_STOCK(Lane.STOCK),
    SELL_STOCK(Lane.STOCK),
    RETURN_STOCK(Lane.STOCK),
    CONFIRM_SLOT(Lane.DELIVERY),
    RELEASE_SLOT(Lane.DELIVERY),
    REQUEST_DELIVERY(Lane.DELIVERY),
    WITHDRAW_DELIVERY(Lane.DELIVERY),
    OPEN_CHARGE(Lane.MONEY),
    CAPTURE(Lane.MONEY),
    GIVE_MONEY_BACK(Lane.MONEY),
    GIVE_PART_BACK(Lane.MONEY),
    TELL_SHIPPED(Lane.MARKETPLACE),
    TELL_DELIVERED(Lane.MARKETPLACE),
    TELL_CANCELLED(Lane.MARKETPLACE),
    TELL_RETURNED(Lane.MARKETPLACE),
    BOOK_LINES(Lane.SETTLEMENT),
    NOTIFY(Lane.NOTICE);

    private final Lane lane;

    Step(Lane lane) {
        this.lane = lane;
    }

    public Lane lane() {
        return lane;
    }

    /** Which steps wait for each other. */
    public enum Lane {
        STOCK,
        DELIVERY,
        MONEY,
        MARKETPLACE,
        SETTLEMENT,
        NOTICE
    }
}
