package io.giaovan.orderservice.settlement.booking;

import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderEvent;
import io.giaovan.orderservice.order.OrderStep;
import io.giaovan.orderservice.order.Step;
import jakarta.inject.Singleton;
import java.util.List;

/** Books the statement lines of an ended order. */
@Singleton
final class BookLinesStep implements OrderStep {
    private final LineBook book;

    BookLinesStep(LineBook book) {
        this.book = book;
    }

    @Override
    public Step step() {
        return Step.BOOK_LINES;
    }

    @Override
    public List<OrderEvent> run(Order order) {
        book.book(order, order.charge());
        return List.of();
    }
}
