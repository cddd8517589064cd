package io.giaovan.integrations.address;

import io.giaovan.contracts.place.GeoPoint;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Units read from files at the start. Immutable afterwards, so safe for concurrent use. */
@Singleton
final class CsvAdministrativeUnits implements AdministrativeUnits {
    private final Map<String, Ward> byCode = new HashMap<>();
    private final Map<String, Set<String>> byFullName = new HashMap<>();
    private final Map<String, Set<String>> byBareName = new HashMap<>();
    private final Map<String, Set<String>> oldByFullName = new HashMap<>();
    private final Map<String, Set<String>> oldByBareName = new HashMap<>();

    CsvAdministrativeUnits(AddressSettings settings) {
        @Nullable String directory = settings.directory();
        if (directory != null && !directory.isBlank()) {
            CsvRows.of(Path.of(directory, "wards-2025.csv")).forEach(this::addWard);
            CsvRows.of(Path.of(directory, "old-to-new-wards.csv")).forEach(this::addOldWard);
        }
    }

    @Override
    public boolean isLoaded() {
        return !byCode.isEmpty();
    }

    @Override
    public WardAnswer findWard(String ward, String province) {
        PlaceName name = PlaceName.of(ward);
        String where = PlaceName.province(province);
        return firstAnswer(byFullName.get(key(where, name.full())), byBareName.get(key(where, name.bare())));
    }

    @Override
    public WardAnswer mapOldWard(String ward, String district, String province) {
        PlaceName name = PlaceName.of(ward);
        String where = PlaceName.province(province);
        String within = PlaceName.of(district).bare();
        return firstAnswer(
                oldByFullName.get(key(where, within, name.full())), oldByBareName.get(key(where, within, name.bare())));
    }

    /** The name with its kind decides; without it, or when that is unknown, the bare name. */
    private WardAnswer firstAnswer(@Nullable Set<String> full, @Nullable Set<String> bare) {
        Set<String> codes = full != null ? full : bare != null ? bare : Set.of();
        List<Ward> wards = new ArrayList<>();
        for (String code : codes) {
            Ward ward = byCode.get(code);
            if (ward != null) {
                wards.add(ward);
            }
        }
        return WardAnswer.among(wards);
    }

    private void addWard(CsvRows.Row row) {
        Ward ward = new Ward(
                row.get("ward_code"),
                row.get("ward"),
                row.get("province_code"),
                row.get("province"),
                new GeoPoint(Double.parseDouble(row.get("lat")), Double.parseDouble(row.get("lon"))));
        byCode.put(ward.code(), ward);
        PlaceName name = PlaceName.of(ward.name());
        String where = PlaceName.province(ward.province());
        add(byFullName, key(where, name.full()), ward.code());
        add(byBareName, key(where, name.bare()), ward.code());
    }

    private void addOldWard(CsvRows.Row row) {
        String where = PlaceName.province(row.get("old_province"));
        PlaceName name = PlaceName.of(row.get("old_ward"));
        if (name.bare().isEmpty()) {
            return;
        }
        for (String within : List.of(PlaceName.of(row.get("old_district")).bare(), "")) {
            add(oldByFullName, key(where, within, name.full()), row.get("new_ward_code"));
            add(oldByBareName, key(where, within, name.bare()), row.get("new_ward_code"));
        }
    }

    private static void add(Map<String, Set<String>> index, String key, String code) {
        index.computeIfAbsent(key, _ -> new TreeSet<>()).add(code);
    }

    private static String key(String... parts) {
        return String.join("|", parts);
    }
}
