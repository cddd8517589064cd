package io.giaovan.routingengine.network.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CityGeneratorTest {
    private final CityPlan city = new CityGenerator(7).plan();

    @Test
    void oneSeedGivesOneCityByteForByte() {
        byte[] first = CityXml.bytes(city);

        byte[] second = CityXml.bytes(new CityGenerator(7).plan());

        assertThat(second).isEqualTo(first);
    }

    @Test
    void anotherSeedGivesAnotherCity() {
        byte[] another = CityXml.bytes(new CityGenerator(8).plan());

        assertThat(another).isNotEqualTo(CityXml.bytes(city));
    }

    @Test
    void itHasTheSizeOfACityDistrict() {
        long nodes = city.ways().stream()
                .flatMap(way -> way.nodes().stream())
                .distinct()
                .count();

        assertThat(nodes).isBetween(9_000L, 15_000L);
        assertThat(city.houses()).hasSizeGreaterThan(3_000);
        assertThat(city.wards()).hasSize(25);
        assertThat(city.depots()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aRiverIsCrossedByFewBridges() {
        long bridges = city.ways().stream().filter(CityWay::bridge).count();

        assertThat(bridges).isBetween(3L, 6L);
    }

    @Test
    void thereAreOneWayStreetsAndAlleysForMotorbikesOnly() {
        var kinds = city.ways().stream().collect(Collectors.groupingBy(CityWay::kind, Collectors.counting()));

        assertThat(kinds).containsKeys(CityRoadKind.values());
        assertThat(kinds.get(CityRoadKind.ALLEY)).isGreaterThan(500);
        assertThat(city.ways()).filteredOn(CityWay::oneWay).hasSizeGreaterThan(100);
    }

    @Test
    void noHouseNumberIsGivenTwiceOnAStreet() {
        List<String> lines =
                city.houses().stream().map(house -> house.address().line()).toList();

        assertThat(lines).doesNotHaveDuplicates();
    }

    @Test
    void theFileNamesStreetsInTheirOwnLetters() {
        String xml = new String(CityXml.bytes(city), StandardCharsets.UTF_8);

        assertThat(xml).contains(city.ways().getFirst().name(), "oneway", "addr:housenumber", "natural");
    }

    @Test
    void aSampleOfHousesIsDrawnWithoutRepeats() {
        List<CityHouse> sample = city.sample(500, new Random(1));

        assertThat(sample).hasSize(500).doesNotHaveDuplicates();
        assertThat(city.sample(500, new Random(1))).isEqualTo(sample);
    }
}
