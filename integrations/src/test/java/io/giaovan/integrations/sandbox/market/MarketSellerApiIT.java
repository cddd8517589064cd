package io.giaovan.integrations.sandbox.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.integrations.House;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarketSellerApiIT {
    private static final String PATH = "/api/v2/order/get_order_list";
    private House house;

    @BeforeEach
    void start() {
        house = House.start().withShop();
    }

    @AfterEach
    void stop() {
        house.close();
    }

    @Test
    void aCallThatIsNotSignedLatelyAndExactlyIsRefusedInTheBody() throws Exception {
        long now = Instant.now().getEpochSecond();
        String token = MarketSignatureCheck.accessToken(House.SECRET);
        String good = sign(now, token);

        assertThat(error(now, token, good)).isEmpty();
        assertThat(error(now, token, good.replace(good.charAt(0), good.charAt(0) == 'a' ? 'b' : 'a')))
                .isEqualTo("error_sign");
        assertThat(error(now, token, "")).isEqualTo("error_sign");
        assertThat(error(now - 290, token, sign(now - 290, token))).isEmpty();
        assertThat(error(now - 320, token, sign(now - 320, token))).isEqualTo("error_param");
        assertThat(error(now + 320, token, sign(now + 320, token))).isEqualTo("error_param");
        assertThat(error(now, "tok", sign(now, "tok"))).isEqualTo("error_auth");
    }

    private static String sign(long timestamp, String token) {
        return MarketSignatureCheck.signature(House.SECRET, "1000001" + PATH + timestamp + token + House.SHOP);
    }

    private String error(long timestamp, String token, String sign) throws Exception {
        String query = "?partner_id=1000001&timestamp=" + timestamp + "&access_token=" + token + "&shop_id="
                + House.SHOP + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8)
                + "&time_from=0&time_to=1000&page_size=10";
        var response = house.send(HttpRequest.newBuilder(house.url("/sandbox/chogo" + PATH + query)));
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode body = new ObjectMapper().readTree(response.body());
        return body.get("error").asText();
    }
}
