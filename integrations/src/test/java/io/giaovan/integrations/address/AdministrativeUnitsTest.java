package io.giaovan.integrations.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdministrativeUnitsTest {
    @Test
    void aWardOfTodayIsFoundHoweverItIsWritten() {
        AdministrativeUnits units = loaded();

        for (String ward : List.of("Phường Bến Thành", "phuong ben thanh", "P. Bến Thành", "Ben Thanh")) {
            assertThat(units.findWard(ward, "TP.HCM"))
                    .isInstanceOfSatisfying(
                            WardAnswer.Found.class,
                            found -> assertThat(found.ward().name()).isEqualTo("Phường Bến Thành"));
        }
    }

    @Test
    void aWardInAnotherProvinceOrOfNoNameIsUnknown() {
        AdministrativeUnits units = loaded();

        assertThat(units.findWard("Phường Bến Thành", "Hà Nội")).isEqualTo(new WardAnswer.Unknown());
        assertThat(units.findWard("Phường Không Có", "Hà Nội")).isEqualTo(new WardAnswer.Unknown());
        assertThat(units.findWard("", "")).isEqualTo(new WardAnswer.Unknown());
    }

    @Test
    void anOldWardThatWentWholeIsMapped() {
        assertThat(loaded().mapOldWard("Phường Trúc Bạch", "Quận Ba Đình", "Thành phố Hà Nội"))
                .isInstanceOfSatisfying(
                        WardAnswer.Found.class,
                        found -> assertThat(found.ward().name()).isEqualTo("Phường Ba Đình"));
    }

    @Test
    void anOldWardThatWasDividedNamesAllItsSuccessors() {
        assertThat(loaded().mapOldWard("Phường Cống Vị", "Quận Ba Đình", "Hà Nội"))
                .isInstanceOfSatisfying(
                        WardAnswer.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.candidates())
                                .extracting(Ward::name)
                                .contains("Phường Giảng Võ"));
    }

    @Test
    void withoutItsDistrictAWardOfANumberIsAmbiguous() {
        AdministrativeUnits units = loaded();

        assertThat(units.mapOldWard("Phường 1", "", "Hồ Chí Minh")).isInstanceOf(WardAnswer.Ambiguous.class);
        assertThat(units.mapOldWard("Phường 1", "Quận 3", "Hồ Chí Minh")).isNotInstanceOf(WardAnswer.Unknown.class);
    }

    @Test
    void withoutFilesEverythingIsUnknownAndAWrongFolderStopsTheStart() {
        AdministrativeUnits none = new CsvAdministrativeUnits(new AddressSettings(null));

        assertThat(none.isLoaded()).isFalse();
        assertThat(none.findWard("Phường Bến Thành", "TP.HCM")).isEqualTo(new WardAnswer.Unknown());
        assertThatThrownBy(() -> new CsvAdministrativeUnits(new AddressSettings("/nowhere")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("giaovan.address.directory");
    }

    private static AdministrativeUnits loaded() {
        Path directory = Path.of(System.getProperty("giaovan.shared", "../shared"), "vn-admin");
        assumeTrue(
                Files.isDirectory(directory),
                "SKIPPED: no administrative units at " + directory + " (property giaovan.shared)");
        return new CsvAdministrativeUnits(new AddressSettings(directory.toString()));
    }
}
