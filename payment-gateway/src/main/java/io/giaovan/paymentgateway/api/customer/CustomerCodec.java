package io.giaovan.paymentgateway.api.customer;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.person.PersonalVault;
import io.giaovan.paymentgateway.api.shelf.Pairs;
import io.giaovan.paymentgateway.api.shelf.ShelfCodec;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.bson.Document;

/** Maps customers to documents and back; what is personal is sealed. */
@Singleton
final class CustomerCodec implements ShelfCodec<Customer> {
    static final String EMAIL_INDEX = "emailIndex";
    static final String TEST_CLOCK = "testClock";

    private final PersonalVault vault;

    CustomerCodec(PersonalVault vault) {
        this.vault = vault;
    }

    @Override
    public String id(Customer customer) {
        return customer.id();
    }

    @Override
    public MerchantId merchantId(Customer customer) {
        return customer.merchantId();
    }

    @Override
    public Instant createdAt(Customer customer) {
        return customer.createdAt();
    }

    @Override
    public long version(Customer customer) {
        return customer.version();
    }

    @Override
    public Document fields(Customer customer) {
        return new Document("personal", customer.deleted() ? null : vault.seal(customer.personal()))
                .append(EMAIL_INDEX, vault.indexOfEmail(customer.personal().email()))
                .append("description", customer.description())
                .append("metadata", Pairs.documents(customer.metadata()))
                .append("defaultMethod", customer.defaultMethod())
                .append(TEST_CLOCK, customer.testClock())
                .append("deleted", customer.deleted());
    }

    @Override
    public Customer read(Document document) {
        return new Customer(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                vault.open(document.getString("personal")),
                document.getString("description"),
                Pairs.read(document, "metadata"),
                document.getString("defaultMethod"),
                document.getString(TEST_CLOCK),
                StoredValues.instantAt(document, "createdAt"),
                document.getBoolean("deleted", false),
                StoredValues.longAt(document, "version"));
    }
}
