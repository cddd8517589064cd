package io.giaovan.routingengine.network.city;

import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;

/**
 * A door to deliver to.
 *
 * @param number unique on its street; {@code 45/3} is the third door in the alley at number 45
 * @param street name of the street
 * @param ward name of the ward
 * @param point in front of the house
 */
public record CityHouse(String number, String street, String ward, GeoPoint point) {
    /** The house as an address in the made-up city. */
    public Address address() {
        return new Address(number + " " + street, ward, CityPlan.NAME, "VN", point);
    }
}
