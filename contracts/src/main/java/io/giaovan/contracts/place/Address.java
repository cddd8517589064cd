package io.giaovan.contracts.place;

import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes, in the two-tier form in force in Vietnam since 1 July 2025 (ward-level unit and province).
 * Personal data: never write one to a log.
 *
 * @param line house number and street, 1 to {@value #LINE_LENGTH_MAX} characters
 * @param ward ward, commune or special zone, may be empty outside Vietnam
 * @param province province or city
 * @param country ISO 3166-1 alpha-2 code
 * @param point where it is on the map, or null when it still has to be found
 */
public record Address(
        String line,
        String ward,
        String province,
        String country,
        @Nullable GeoPoint point) {
    public static final int LINE_LENGTH_MAX = 250;

    public Address {
        if (line.isBlank() || line.length() > LINE_LENGTH_MAX) {
            throw new IllegalArgumentException("address.line: has " + line.length() + " characters, allowed are 1 to "
                    + LINE_LENGTH_MAX + " that are not all blank");
        }
        if (ward.length() > LINE_LENGTH_MAX || province.length() > LINE_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "address.ward, address.province: at most " + LINE_LENGTH_MAX + " characters");
        }
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("address.country: '" + country + "' is not a two-letter country code");
        }
    }

    public Address at(GeoPoint found) {
        return new Address(line, ward, province, country, found);
    }

    /** Keeps the address out of logs. */
    @Override
    public String toString() {
        return "Address[hidden]";
    }
}
