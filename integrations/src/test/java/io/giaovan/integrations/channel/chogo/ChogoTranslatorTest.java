package io.giaovan.integrations.channel.chogo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.IncomingOrder;
import io.giaovan.contracts.place.GeoPoint;
import io.giaovan.edge.json.HouseJson;
import io.giaovan.integrations.address.AdministrativeUnits;
import io.giaovan.integrations.address.Ward;
import io.giaovan.integrations.address.WardAnswer;
import io.giaovan.integrations.sync.partner.PartnerJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChogoTranslatorTest {
    private static final Ward BA_DINH =
            new Ward("00004", "Phường Ba Đình", "01", "Thành phố Hà Nội", new GeoPoint(21.04, 105.84));
    private static final Ward NGOC_HA =
            new Ward("00008", "Phường Ngọc Hà", "01", "Thành phố Hà Nội", new GeoPoint(21.04, 105.83));

    @Test
    void aRecordedOrderBecomesOurs() throws IOException {
        IncomingOrder order = translated("order-two-tiers.json", new WardAnswer.Unknown());

        assertThat(pretty(order))
                .isEqualTo(resource("order-two-tiers.expected.json").strip());
    }

    @Test
    void anAddressOfBeforeIsMappedToTheWardOfToday() throws IOException {
        IncomingOrder order = translated("order-three-tiers.json", new WardAnswer.Found(BA_DINH));

        assertThat(order.address().line()).isEqualTo("5 Ngũ Xã");
        assertThat(order.address().ward()).isEqualTo("Phường Ba Đình");
        assertThat(order.address().province()).isEqualTo("Thành phố Hà Nội");
    }

    @Test
    void aDividedWardWithoutAPointNeedsAChoiceAndNamesIt() throws IOException {
        WardAnswer divided = new WardAnswer.Ambiguous(List.of(BA_DINH, NGOC_HA));

        assertThatThrownBy(() -> translated("order-three-tiers.json", divided))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a choice")
                .hasMessageContaining("Phường Ba Đình or Phường Ngọc Hà");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        String withoutItems = resource("order-three-tiers.json").replace("item_list", "no_list");

        assertThatThrownBy(() ->
                        translator(new WardAnswer.Found(BA_DINH)).translate(new MerchantId("m1"), read(withoutItems)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("item_list: ");
    }

    @Test
    void aPriceWithPartsOfADongIsRefused() throws IOException {
        String broken = resource("order-three-tiers.json").replace("80000", "80000.5");

        assertThatThrownBy(
                        () -> translator(new WardAnswer.Found(BA_DINH)).translate(new MerchantId("m1"), read(broken)))
                .hasMessageContaining("80000.5 is not an amount of VND");
    }

    private static IncomingOrder translated(String sample, WardAnswer answer) throws IOException {
        return translator(answer).translate(new MerchantId("m1"), read(resource(sample)));
    }

    private static ChogoWire.Order read(String json) {
        return PartnerJson.SNAKE_CASE.read("order", json, ChogoWire.Order.class);
    }

    private static ChogoTranslator translator(WardAnswer answer) {
        return new ChogoTranslator(new ChogoAddressTranslator(new AdministrativeUnits() {
            @Override
            public boolean isLoaded() {
                return true;
            }

            @Override
            public WardAnswer findWard(String ward, String province) {
                return answer;
            }

            @Override
            public WardAnswer mapOldWard(String ward, String district, String province) {
                return answer;
            }
        }));
    }

    private static String pretty(Object value) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return HouseJson.newMapper().writer(printer).writeValueAsString(value);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(ChogoTranslatorTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
