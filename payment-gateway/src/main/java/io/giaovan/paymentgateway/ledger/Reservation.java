package io.giaovan.paymentgateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Money that is set aside and has come to no end yet.
 *
 * @param id the transfer that reserved it
 * @param lines what is set aside
 * @param until when it lapses
 * @param references of the transfer that reserved it
 */
public record Reservation(TransferId id, List<Entry> lines, Instant until, Map<String, String> references) {
    public Reservation {
        lines = List.copyOf(lines);
        references = Map.copyOf(references);
    }
}
