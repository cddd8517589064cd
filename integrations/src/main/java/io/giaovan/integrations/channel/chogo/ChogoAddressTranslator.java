package io.giaovan.integrations.channel.chogo;

import io.giaovan.contracts.place.Address;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.integrations.address.AdministrativeUnits;
import io.giaovan.integrations.address.Ward;
import io.giaovan.integrations.address.WardAnswer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns the marketplace's address into the two tiers of today. An address in the three tiers of before is mapped; where
 * the old ward went to several new ones, a point decides where to drive and the old names stay, and without a point a
 * person has to choose.
 */
@Singleton
final class ChogoAddressTranslator {
    private final AdministrativeUnits units;

    ChogoAddressTranslator(AdministrativeUnits units) {
        this.units = units;
    }

    Address translate(ChogoWire.Recipient recipient) {
        GeoPoint point = point(recipient.geolocation());
        String ward = text(recipient.town());
        String district = text(recipient.district());
        String province = text(recipient.state()).isBlank() ? text(recipient.city()) : text(recipient.state());
        String country = text(recipient.region()).isBlank() ? "VN" : text(recipient.region());
        String line = line(recipient);
        if (district.isBlank()) {
            return new Address(line, ward, province, country, point);
        }
        Address asItCame = new Address(line + ", " + district, ward, province, country, point);
        if (!units.isLoaded()) {
            return asItCame;
        }
        return switch (units.mapOldWard(ward, district, province)) {
            case WardAnswer.Found(Ward found) -> new Address(line, found.name(), found.province(), country, point);
            case WardAnswer.Ambiguous(List<Ward> candidates) ->
                decidedByPoint(asItCame, "old ward went to " + names(candidates));
            case WardAnswer.Unknown() -> decidedByPoint(asItCame, "old ward is not known");
        };
    }

    private static Address decidedByPoint(Address asItCame, String why) {
        if (asItCame.point() == null) {
            throw new IllegalArgumentException("recipient_address.town: address needs a choice, its " + why);
        }
        return asItCame;
    }

    /** The full address repeats the units at its end; what stands before them is house and street. */
    private static String line(ChogoWire.Recipient recipient) {
        List<String> parts =
                new ArrayList<>(List.of(ChogoTranslator.given(recipient.fullAddress(), "recipient_address.full_address")
                        .split(",")));
        List<String> units = java.util.stream.Stream.of(
                        recipient.region(),
                        recipient.state(),
                        recipient.city(),
                        recipient.district(),
                        recipient.town(),
                        "Vietnam",
                        "Việt Nam")
                .filter(Objects::nonNull)
                .map(String::strip)
                .toList();
        while (parts.size() > 1 && units.contains(parts.getLast().strip())) {
            parts.removeLast();
        }
        return parts.stream().map(String::strip).collect(Collectors.joining(", "));
    }

    private static @Nullable GeoPoint point(ChogoWire.@Nullable Geolocation geolocation) {
        return geolocation == null ? null : new GeoPoint(geolocation.latitude(), geolocation.longitude());
    }

    private static String names(List<Ward> wards) {
        return wards.stream().map(Ward::name).collect(Collectors.joining(" or "));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
