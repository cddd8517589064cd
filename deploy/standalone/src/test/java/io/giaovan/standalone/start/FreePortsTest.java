package io.giaovan.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    @Test
    void portsAreDifferentAndBelowThoseOfOutgoingConnections() {
        List<Integer> ports = FreePorts.find(50, new Random(1));

        assertThat(ports)
                .hasSize(50)
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= FreePorts.FROM && port < FreePorts.UNTIL);
    }

    @Test
    void aPortOnWhichSomeoneListensIsNotGiven() throws IOException {
        int wouldBe = FreePorts.find(1, new Random(2)).getFirst();

        try (ServerSocket taken = new ServerSocket(wouldBe, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.find(1, new Random(2))).hasSize(1).doesNotContain(taken.getLocalPort());
        }
    }
}
