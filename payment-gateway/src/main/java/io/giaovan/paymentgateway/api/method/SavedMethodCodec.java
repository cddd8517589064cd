package io.giaovan.paymentgateway.api.method;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.paymentgateway.api.person.PersonalVault;
import io.giaovan.paymentgateway.api.shelf.Pairs;
import io.giaovan.paymentgateway.api.shelf.ShelfCodec;
import io.giaovan.paymentgateway.rail.SealedPhone;
import io.giaovan.store.document.StoredValues;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Maps kept ways to pay to documents and back; phones and names are sealed. */
@Singleton
final class SavedMethodCodec implements ShelfCodec<SavedMethod> {
    static final String CUSTOMER = "customer";

    private final PersonalVault vault;

    SavedMethodCodec(PersonalVault vault) {
        this.vault = vault;
    }

    @Override
    public String id(SavedMethod method) {
        return method.id();
    }

    @Override
    public MerchantId merchantId(SavedMethod method) {
        return method.merchantId();
    }

    @Override
    public Instant createdAt(SavedMethod method) {
        return method.createdAt();
    }

    @Override
    public long version(SavedMethod method) {
        return method.version();
    }

    @Override
    public Document fields(SavedMethod method) {
        return new Document("rail", method.rail())
                .append("phone", phone(method.phone()))
                .append("billing", vault.seal(method.billing()))
                .append(CUSTOMER, method.customer())
                .append("detached", method.detached())
                .append("metadata", Pairs.documents(method.metadata()));
    }

    private static @Nullable Document phone(@Nullable SealedPhone phone) {
        return phone == null
                ? null
                : new Document("sealed", phone.sealed())
                        .append("index", phone.index())
                        .append("masked", phone.masked());
    }

    @Override
    public SavedMethod read(Document document) {
        return new SavedMethod(
                StoredValues.textAt(document, "_id"),
                new MerchantId(StoredValues.textAt(document, "merchant")),
                StoredValues.textAt(document, "rail"),
                phone(document.get("phone", Document.class)),
                vault.open(document.getString("billing")),
                document.getString(CUSTOMER),
                document.getBoolean("detached", false),
                Pairs.read(document, "metadata"),
                StoredValues.instantAt(document, "createdAt"),
                StoredValues.longAt(document, "version"));
    }

    private static @Nullable SealedPhone phone(@Nullable Document document) {
        return document == null
                ? null
                : new SealedPhone(
                        StoredValues.textAt(document, "sealed"),
                        StoredValues.textAt(document, "index"),
                        StoredValues.textAt(document, "masked"));
    }
}
