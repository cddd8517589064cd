package io.giaovan.standalone.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Finds ports for processes that are started a moment later. They lie below the range from which the system takes ports
 * for outgoing connections, so none of those takes one in between.
 */
public final class FreePorts {
    static final int FROM = 20_000;
    static final int UNTIL = 32_000;
    private static final int TRIES_MAX = 500;

    private FreePorts() {}

    /** Different ports of 127.0.0.1 on which nobody listens. */
    public static List<Integer> find(int count, RandomGenerator random) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int tries = 0; tries < TRIES_MAX && held.size() < count; tries++) {
                tryToHold(random.nextInt(FROM, UNTIL), held);
            }
            if (held.size() < count) {
                throw new HouseNotStarted("of ports " + FROM + " to " + UNTIL + " of 127.0.0.1 no " + count
                        + " could be had in " + TRIES_MAX + " tries");
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(FreePorts::close);
        }
    }

    private static void tryToHold(int port, List<ServerSocket> held) {
        try {
            held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException taken) {
            // someone listens there; the next port is drawn
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new HouseNotStarted("port " + socket.getLocalPort() + " cannot be freed", broken);
        }
    }
}
