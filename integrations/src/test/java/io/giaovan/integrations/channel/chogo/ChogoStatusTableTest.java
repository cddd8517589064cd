package io.giaovan.integrations.channel.chogo;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.parcel.MarketplaceNews;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChogoStatusTableTest {
    @Test
    void theWholeTableReadsAsReviewed() {
        StringJoiner table = new StringJoiner("\n");
        for (ChogoStatus status : ChogoStatus.values()) {
            StringJoiner row = new StringJoiner(" | ");
            row.add(status.name())
                    .add(ChogoStatusTable.importStep(status.name()).name());
            for (MarketplaceNews.Step goal : MarketplaceNews.Step.values()) {
                row.add(ChogoStatusTable.callTowards(goal, status).name());
            }
            table.add(row.toString());
        }

        assertThat(table.toString()).isEqualTo("""
                        UNPAID | NOTHING | IMPOSSIBLE | IMPOSSIBLE | CANCEL_ORDER | IMPOSSIBLE
                        READY_TO_SHIP | ACCEPT | SHIP_ORDER | SHIP_ORDER | CANCEL_ORDER | SHIP_ORDER
                        PROCESSED | ACCEPT | SHIP_ORDER | SHIP_ORDER | CANCEL_ORDER | SHIP_ORDER
                        RETRY_SHIP | ACCEPT | SHIP_ORDER | SHIP_ORDER | CANCEL_ORDER | SHIP_ORDER
                        SHIPPED | NOTHING | NOTHING | MARK_DELIVERED | IMPOSSIBLE | MARK_RETURNED
                        TO_CONFIRM_RECEIVE | NOTHING | NOTHING | NOTHING | IMPOSSIBLE | MARK_RETURNED
                        IN_CANCEL | ANSWER_CANCELLATION | REJECT_CANCELLATION | REJECT_CANCELLATION | ACCEPT_CANCELLATION | ACCEPT_CANCELLATION
                        CANCELLED | CANCEL | IMPOSSIBLE | IMPOSSIBLE | NOTHING | NOTHING
                        TO_RETURN | NOTHING | NOTHING | NOTHING | NOTHING | NOTHING
                        COMPLETED | NOTHING | NOTHING | NOTHING | IMPOSSIBLE | MARK_RETURNED""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ready_to_ship", "SHIPPED ", "DREAMING"})
    void anUnknownWordIsNeitherSuccessNorFailure(String raw) {
        assertThat(ChogoStatusTable.importStep(raw)).isEqualTo(ImportStep.ALERT);
    }
}
