package io.giaovan.orderservice.merchant;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.Contact;
import org.jspecify.annotations.Nullable;

/**
 * A seller.
 *
 * @param id identifies the seller
 * @param name what buyers read, 1 to {@value #NAME_LENGTH_MAX} characters
 * @param depot the depot its parcels leave from, 1 to 64 letters, digits, {@code _} and {@code -}
 * @param pickup where its goods are
 * @param contact whom to ask for there
 * @param parcelCarriers whether parcels for places outside our map may go with a parcel company
 * @param handBackFee what a buyer pays besides who keeps only a part at the door, zero or more; null when orders are
 *     taken whole or not at all
 */
public record Merchant(
        MerchantId id,
        String name,
        String depot,
        Address pickup,
        Contact contact,
        boolean parcelCarriers,
        @Nullable Money handBackFee) {
    public static final int NAME_LENGTH_MAX = 120;

    public Merchant {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "name: has " + name.length() + " characters, allowed are 1 to " + NAME_LENGTH_MAX);
        }
        if (!depot.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("depot: '" + depot + "' is not 1 to 64 letters, digits, _ or -");
        }
        if (handBackFee != null && handBackFee.isNegative()) {
            throw new IllegalArgumentException("handBackFee: " + handBackFee.amount() + " is below 0");
        }
    }

    /** A seller whose orders are taken whole or not at all. */
    public Merchant(MerchantId id, String name, String depot, Address pickup, Contact contact, boolean parcelCarriers) {
        this(id, name, depot, pickup, contact, parcelCarriers, null);
    }
}
