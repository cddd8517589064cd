package io.giaovan.orderservice.order;

/** What a seller may do with an order. */
public enum OrderAction {
    PACK,
    CANCEL
}
