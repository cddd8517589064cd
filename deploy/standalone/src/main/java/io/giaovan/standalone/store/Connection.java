package io.giaovan.standalone.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection, on a thread of its own: it answers requests in the order in which they come and may wait for
 * the file without holding up anyone else. Never logs what a request contains.
 */
final class Connection extends SimpleChannelInboundHandler<ClientRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final MongoBackend backend;
    private final AtomicInteger replies = new AtomicInteger();

    Connection(MongoBackend backend) {
        this.backend = backend;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        switch (request) {
            case MongoMessage message ->
                context.channel()
                        .writeAndFlush(new MongoMessage(
                                message.getChannel(),
                                headerFor(message),
                                answer(() -> backend.handleMessage(message))));
            case MongoQuery query ->
                context.channel()
                        .writeAndFlush(new MongoReply(headerFor(query), List.of(answer(() -> handle(query))), 0));
            default -> throw new IllegalArgumentException("unknown kind of request: " + request.getClass());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        backend.handleClose(context.channel());
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        context.executor().shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.warn("closed a connection to the embedded store: {}", cause.toString());
        context.close();
    }

    /** Drivers greet with a command in the old format; nothing else comes in it. */
    private Document handle(MongoQuery query) {
        Document command = query.getQuery();
        String name = command.keySet().iterator().next();
        if (!query.getCollectionName().equals("$cmd")) {
            throw new NoSuchCommandException("OP_QUERY");
        }
        return backend.handleCommand(query.getChannel(), query.getDatabaseName(), name, command);
    }

    private static Document answer(Supplier<Document> command) {
        try {
            return command.get();
        } catch (MongoServerException refused) {
            Document answer = new Document("ok", 0).append("errmsg", refused.getMessageWithoutErrorCode());
            if (refused instanceof MongoServerError error) {
                answer.put("code", error.getCode());
                answer.putIfNotNull("codeName", error.getCodeName());
            }
            return answer;
        } catch (RuntimeException failed) {
            LOG.error("a command to the embedded store failed", failed);
            return new Document("ok", 0).append("errmsg", "the embedded store failed: " + failed.getMessage());
        }
    }

    private MessageHeader headerFor(ClientRequest request) {
        return new MessageHeader(replies.incrementAndGet(), request.getHeader().getRequestID());
    }
}
