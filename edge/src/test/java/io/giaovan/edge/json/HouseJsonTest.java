package io.giaovan.edge.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.money.Money;
import org.junit.jupiter.api.Test;

class HouseJsonTest {
    private final ObjectMapper json = HouseJson.newMapper();

    @Test
    void onlyComponentsTravelSoThatAStrictReaderTakesWhatWeWrite() throws JsonProcessingException {
        String written = json.writeValueAsString(Money.vnd(5));

        assertThat(written).isEqualTo("{\"amount\":5,\"currency\":\"VND\"}");
        assertThat(json.readValue(written, Money.class)).isEqualTo(Money.vnd(5));
    }
}
