package io.giaovan.integrations.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import io.giaovan.contracts.parcel.TrackingStatus;
import org.junit.jupiter.api.Test;

class TrackingTableTest {
    @Test
    void aDeliveredParcelMayTurnBackButNotTravelOn() {
        assertThat(TrackingTable.allows(TrackingStatus.DELIVERED, TrackingStatus.RETURNING))
                .isTrue();
        assertThat(TrackingTable.allows(TrackingStatus.DELIVERED, TrackingStatus.IN_TRANSIT))
                .isFalse();
    }

    @Test
    void nothingFollowsAnEnd() {
        for (TrackingStatus next : TrackingStatus.values()) {
            assertThat(TrackingTable.allows(TrackingStatus.RETURNED, next)).isFalse();
            assertThat(TrackingTable.allows(TrackingStatus.CANCELLED, next)).isFalse();
            assertThat(TrackingTable.allows(TrackingStatus.LOST, next)).isFalse();
        }
    }
}
