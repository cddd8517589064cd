package io.giaovan.orderservice.settlement.statement;

import io.giaovan.contracts.merchant.MerchantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps closed statements. Safe for concurrent use. */
public interface Statements {
    /** Adds a statement; one with its id stays as it is. */
    void add(Statement statement);

    /** Returns false when somebody changed the statement since it was read. */
    boolean update(Statement statement);

    Optional<Statement> find(MerchantId merchantId, String id);

    /** Statements of all sellers that are to be paid. */
    List<Statement> listUnpaid();

    /**
     * A seller's statements, newest day first, without the ids of their bookings.
     *
     * @param before only statements of earlier places in this order than {@code day} and {@code id}, or null
     */
    List<Statement> list(MerchantId merchantId, @Nullable Place before, int limit);

    /** A place in the list of statements. */
    record Place(LocalDate day, String id) {}
}
