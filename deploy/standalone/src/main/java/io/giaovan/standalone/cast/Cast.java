package io.giaovan.standalone.cast;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;
import java.util.List;

/**
 * Who takes part.
 *
 * @param sellers with their shops and goods
 * @param depots with their dispatchers
 * @param couriers of all depots
 * @param doors addresses of buyers
 * @param islands addresses of buyers whom no courier of ours reaches
 */
public record Cast(
        List<Seller> sellers, List<Depot> depots, List<Courier> couriers, List<Address> doors, List<Address> islands) {
    /** The parcel company that brings what our couriers do not. */
    public static final String COMPANY = "ghn";

    /** The house's account at the parcel company. */
    public static final String COMPANY_SHOP = "885";

    /** Pieces of every article that a seller has in the beginning. */
    public static final int ON_HAND = 5_000;

    public Cast {
        sellers = List.copyOf(sellers);
        depots = List.copyOf(depots);
        couriers = List.copyOf(couriers);
        doors = List.copyOf(doors);
        islands = List.copyOf(islands);
    }

    /**
     * A seller.
     *
     * @param id merchant id
     * @param name what buyers read
     * @param depot where its parcels leave
     * @param sellerKey opens its portal
     * @param shopKey opens its checkout
     * @param marketShop its shop at the marketplace
     * @param marketSecret that shop's secret
     * @param articles what it sells
     */
    public record Seller(
            String id,
            String name,
            String depot,
            String sellerKey,
            String shopKey,
            String marketShop,
            String marketSecret,
            List<Article> articles) {
        @Override
        public String toString() {
            return "Seller[" + id + "]";
        }
    }

    /** Something to buy. */
    public record Article(String sku, String name, int grams, int cubicCentimetres, Money price) {}

    /** A depot and the key of its dispatcher. */
    public record Depot(String id, String name, GeoPoint point, String dispatcherKey) {
        @Override
        public String toString() {
            return "Depot[" + id + "]";
        }
    }

    /** Someone who drives. */
    public record Courier(String id, String name, String phone, String pin, String depot, boolean van) {
        @Override
        public String toString() {
            return "Courier[" + id + "]";
        }
    }
}
