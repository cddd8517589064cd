package io.giaovan.paymentgateway.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Stands before a server, passes all requests on and loses some of the replies. */
final class DroppingProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int port;
    private final BooleanSupplier drop;
    private final AtomicInteger dropped = new AtomicInteger();

    DroppingProxy(int port, BooleanSupplier drop) {
        this.port = port;
        this.drop = drop;
        try {
            this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    int dropped() {
        return dropped.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            Thread.ofVirtual().start(() -> pass(client, server));
            byte[] buffer = new byte[64 * 1024];
            InputStream replies = server.getInputStream();
            OutputStream back = client.getOutputStream();
            for (int read = replies.read(buffer); read >= 0; read = replies.read(buffer)) {
                if (drop.getAsBoolean()) {
                    dropped.incrementAndGet();
                    return;
                }
                back.write(buffer, 0, read);
                back.flush();
            }
        } catch (IOException gone) {
            Thread.yield();
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            Thread.yield();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
