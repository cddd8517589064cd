package io.giaovan.integrations.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceNameTest {
    @ParameterizedTest
    @CsvSource({
        "Phường Bến Thành, phuong ben thanh, ben thanh",
        "P. Bến Thành, phuong ben thanh, ben thanh",
        "BEN THANH, ben thanh, ben thanh",
        "Phường Đống Đa, phuong dong da, dong da",
        "Xã Ea Hiao, xa ea hiao, ea hiao",
        "Phường 05, phuong 5, 5",
        "P5, phuong 5, 5",
        "Q.10, quan 10, 10",
        "Thị trấn Củ Chi, thi tran cu chi, cu chi",
        "Đặc khu Côn Đảo, dac khu con dao, con dao",
    })
    void marksKindsAndAbbreviationsDoNotMatter(String written, String full, String bare) {
        PlaceName name = PlaceName.of(written);

        assertThat(name).isEqualTo(new PlaceName(full, bare));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thành phố Hồ Chí Minh",
                "TP. Hồ Chí Minh",
                "TP.HCM",
                "TPHCM",
                "tp hcm",
                "Ho Chi Minh",
                "Sài Gòn",
                "HCM",
            })
    void theBigCityHasManyNames(String written) {
        assertThat(PlaceName.province(written)).isEqualTo("ho chi minh");
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        String decomposed = Normalizer.normalize("Phường Cầu Giấy", Normalizer.Form.NFD);

        assertThat(PlaceName.of(decomposed)).isEqualTo(PlaceName.of("Phường Cầu Giấy"));
    }
}
