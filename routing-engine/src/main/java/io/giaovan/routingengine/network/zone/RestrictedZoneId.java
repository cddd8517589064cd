package io.giaovan.routingengine.network.zone;

/**
 * Identifies a restricted zone.
 *
 * @param value 1 to 60 letters, digits, hyphens or underscores
 */
public record RestrictedZoneId(String value) {
    public RestrictedZoneId {
        if (!value.matches("[A-Za-z0-9_-]{1,60}")) {
            throw new IllegalArgumentException(
                    "zone.id: '" + value + "' is not 1 to 60 letters, digits, hyphens or underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
