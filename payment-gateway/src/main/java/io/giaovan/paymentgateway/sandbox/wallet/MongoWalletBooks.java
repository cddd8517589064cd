package io.giaovan.paymentgateway.sandbox.wallet;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.giaovan.paymentgateway.sandbox.SandboxSettlement;
import io.giaovan.paymentgateway.sandbox.wallet.WalletOrder.Status;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The fake wallets' own books, in {@code sandbox_wallets}. */
@Singleton
final class MongoWalletBooks {
    private final MongoCollection<Document> orders;

    MongoWalletBooks(MongoDatabase database) {
        this.orders = database.getCollection("sandbox_wallets");
    }

    /** False when the wallet has an order of this id. */
    boolean insert(Document order) {
        try {
            orders.insertOne(order);
            return true;
        } catch (MongoWriteException taken) {
            if (taken.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw taken;
        }
    }

    static String key(WalletForm form, String order) {
        return form.wireName() + ":" + order;
    }

    Optional<WalletOrder> find(WalletForm form, String order) {
        return Optional.ofNullable(
                        orders.find(Filters.eq("_id", key(form, order))).first())
                .map(WalletOrder::new);
    }

    /** Moves an order on if it still has the status; false when it has not. */
    boolean move(WalletOrder order, Status from, Status to, Instant at) {
        return orders.updateOne(
                                Filters.and(
                                        Filters.eq("_id", key(order.form(), order.id())),
                                        Filters.eq("status", from.name())),
                                Updates.combine(
                                        Updates.set("status", to.name()), Updates.set("changedAt", Date.from(at))))
                        .getModifiedCount()
                == 1;
    }

    /** Adds a refund if nobody added one since the order was read. */
    boolean refund(WalletOrder read, Document refund) {
        return orders.updateOne(
                                Filters.and(
                                        Filters.eq("_id", key(read.form(), read.id())),
                                        Filters.eq("status", Status.PAID.name()),
                                        Filters.size("refunds", read.refunds().size())),
                                Updates.push("refunds", refund))
                        .getModifiedCount()
                == 1;
    }

    /** All paid orders of a wallet. */
    List<WalletOrder> listPaid(WalletForm form) {
        List<WalletOrder> found = new ArrayList<>();
        for (Document document :
                orders.find(Filters.and(Filters.eq("form", form.name()), Filters.eq("status", Status.PAID.name())))) {
            found.add(new WalletOrder(document));
        }
        return found;
    }

    /** Puts what was taken and given back into a settlement file. */
    void settle(WalletForm form, SandboxSettlement file) {
        for (WalletOrder order : listPaid(form)) {
            file.took(order.id(), order.amount(), order.changedAt());
            for (Document refund : order.refunds()) {
                file.gaveBack(
                        StoredValues.textAt(refund, "id"),
                        StoredValues.longAt(refund, "amount"),
                        StoredValues.instantAt(refund, "at"));
            }
        }
    }

    /** What a wallet took for us, less what it gave back. */
    long taken(WalletForm form) {
        return listPaid(form).stream()
                .mapToLong(order -> order.amount() - order.refunded())
                .sum();
    }
}
