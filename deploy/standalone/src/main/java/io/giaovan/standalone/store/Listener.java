package io.giaovan.standalone.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts connections on a port of 127.0.0.1 and gives each a thread. */
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int CONNECTIONS_MAX = 512;
    private static final int REQUEST_SECONDS_MAX = 10;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            2, new DefaultThreadFactory("store-network", true), NioIoHandler.newFactory());
    private final ThreadFactory threads =
            Thread.ofVirtual().name("store-connection-", 0).factory();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    /** Threads of connections; each ends by itself once its connection is closed and its last request answered. */
    private final Set<EventExecutor> working = ConcurrentHashMap.newKeySet();

    private final Channel server;

    Listener(MongoBackend backend, int port) {
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel, backend);
                    }
                })
                .bind(new InetSocketAddress("127.0.0.1", port))
                .awaitUninterruptibly();
        if (bound.cause() != null) {
            stopLoops();
            throw new IllegalStateException(bound.cause().getMessage(), bound.cause());
        }
        server = bound.channel();
    }

    int port() {
        return ((InetSocketAddress) server.localAddress()).getPort();
    }

    /** Stops accepting, closes every connection and returns when no request is left in the works. */
    @Override
    public void close() {
        server.close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
        for (EventExecutor thread : List.copyOf(working)) {
            if (!thread.terminationFuture().awaitUninterruptibly(REQUEST_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.warn("closed the embedded store while a request was in the works for {} s", REQUEST_SECONDS_MAX);
            }
        }
        stopLoops();
    }

    // Netty calls a handler's own thread deprecated and names nothing else that keeps a connection's requests in order
    @SuppressWarnings("deprecation")
    private void accept(SocketChannel channel, MongoBackend backend) {
        if (connections.size() >= CONNECTIONS_MAX) {
            LOG.warn("refused a connection to the embedded store: {} are open, the limit", CONNECTIONS_MAX);
            channel.close();
            return;
        }
        connections.add(channel);
        EventExecutor thread = new DefaultEventExecutor(threads);
        working.add(thread);
        thread.terminationFuture().addListener(_ -> working.remove(thread));
        channel.pipeline()
                .addLast(new MongoWireReplyEncoder())
                .addLast(new MongoWireMessageEncoder())
                .addLast(new MongoWireProtocolHandler())
                .addLast(thread, new Connection(backend));
    }

    private void stopLoops() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
