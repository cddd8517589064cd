package io.giaovan.orderservice.settlement.record;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.orderservice.settlement.booking.AccountKey;
import io.giaovan.orderservice.settlement.closing.SellerAccount;
import io.giaovan.orderservice.settlement.closing.SellerAccounts;
import io.giaovan.store.outbox.AggregateWriter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** One document per seller and currency. */
@Singleton
public final class MongoSellerAccounts implements SellerAccounts {
    private static final String COLLECTION = "settlement_accounts";

    private final MongoCollection<Document> accounts;
    private final AggregateWriter writer;

    public MongoSellerAccounts(MongoDatabase database, AggregateWriter writer) {
        this.accounts = database.getCollection(COLLECTION);
        this.writer = writer;
    }

    @Override
    public SellerAccount get(AccountKey key) {
        return Optional.ofNullable(accounts.find(eq("_id", key.toString())).first())
                .map(SettlementDocuments::readAccount)
                .orElseGet(() -> SellerAccount.fresh(key));
    }

    @Override
    public List<SellerAccount> list(MerchantId merchantId) {
        return accounts.find(eq("merchantId", merchantId.value()))
                .map(SettlementDocuments::readAccount)
                .into(new ArrayList<>());
    }

    @Override
    public List<SellerAccount> listClosing() {
        return accounts.find(ne("closing", null))
                .map(SettlementDocuments::readAccount)
                .into(new ArrayList<>());
    }

    @Override
    public boolean save(SellerAccount account) {
        Document document = SettlementDocuments.write(account);
        return account.version() == 0
                ? writer.insert(COLLECTION, document, List.of())
                : writer.update(COLLECTION, document, account.version(), List.of());
    }
}
