package io.giaovan.paymentgateway.charge.sharing;

import io.giaovan.contracts.money.Money;
import io.giaovan.store.document.StoredValues;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Maps what is shared, and what is taken back of it, to documents and back; charges from before have none. */
public final class SharingCodec {
    private SharingCodec() {}

    public static @Nullable Document document(Sharing sharing) {
        if (sharing.equals(Sharing.NONE)) {
            return null;
        }
        return new Document("destination", sharing.destination())
                .append("part", money(sharing.part()))
                .append("fee", money(sharing.fee()))
                .append("group", sharing.group())
                .append("onBehalfOf", sharing.onBehalfOf());
    }

    public static Sharing sharing(@Nullable Document document) {
        return document == null
                ? Sharing.NONE
                : new Sharing(
                        document.getString("destination"),
                        money(document, "part"),
                        money(document, "fee"),
                        document.getString("group"),
                        document.getString("onBehalfOf"));
    }

    public static @Nullable Document document(TakenBack takenBack) {
        if (!takenBack.ofPart() && !takenBack.ofFee()) {
            return null;
        }
        return new Document("ofPart", takenBack.ofPart())
                .append("ofFee", takenBack.ofFee())
                .append("part", StoredValues.money(takenBack.part()))
                .append("fee", StoredValues.money(takenBack.fee()));
    }

    public static TakenBack takenBack(@Nullable Document document, String currency) {
        return document == null
                ? TakenBack.nothing(currency)
                : new TakenBack(
                        document.getBoolean("ofPart", false),
                        document.getBoolean("ofFee", false),
                        StoredValues.moneyAt(document, "part"),
                        StoredValues.moneyAt(document, "fee"));
    }

    private static @Nullable Document money(@Nullable Money money) {
        return money == null ? null : StoredValues.money(money);
    }

    private static @Nullable Money money(Document document, String name) {
        return document.get(name) == null ? null : StoredValues.moneyAt(document, name);
    }
}
