package io.giaovan.paymentgateway.charge.record;

import io.giaovan.paymentgateway.charge.ChosenMethod;
import io.giaovan.paymentgateway.rail.SealedPhone;
import io.giaovan.store.document.StoredValues;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How a buyer's chosen method is stored, inside a charge or beside it. */
public final class MethodCodec {
    private MethodCodec() {}

    /** As stored; null stays null. */
    public static @Nullable Document document(@Nullable ChosenMethod method) {
        if (method == null) {
            return null;
        }
        SealedPhone phone = method.phone();
        return new Document("id", method.id())
                .append("rail", method.rail())
                .append("others", method.others())
                .append(
                        "phone",
                        phone == null
                                ? null
                                : new Document("sealed", phone.sealed())
                                        .append("index", phone.index())
                                        .append("masked", phone.masked()));
    }

    /** As it was stored; null stays null. */
    public static @Nullable ChosenMethod method(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        Document phone = document.get("phone", Document.class);
        return new ChosenMethod(
                StoredValues.textAt(document, "id"),
                StoredValues.textAt(document, "rail"),
                phone == null
                        ? null
                        : new SealedPhone(
                                StoredValues.textAt(phone, "sealed"),
                                StoredValues.textAt(phone, "index"),
                                StoredValues.textAt(phone, "masked")),
                document.getList("others", String.class, List.of()));
    }
}
