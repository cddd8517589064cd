package io.giaovan.routingengine.promise;

import io.giaovan.routingengine.fleet.DepotId;
import java.time.LocalDate;

/** Names the book of one depot's day. */
record BookId(DepotId depot, LocalDate day) {
    static BookId of(String text) {
        int dot = text.indexOf('.');
        return new BookId(new DepotId(text.substring(0, dot)), LocalDate.parse(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return depot + "." + day;
    }
}
