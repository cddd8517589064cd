package io.giaovan.standalone.start;

import io.giaovan.standalone.store.Durability;
import io.giaovan.standalone.store.EmbeddedStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All four services and the store in this process. */
public final class OneProcessHouse implements House {
    private static final int STOP_SECONDS = 5;

    private final @Nullable EmbeddedStore store;
    private final EmbeddedServer server;
    private final KeyFile keys;

    private OneProcessHouse(@Nullable EmbeddedStore store, EmbeddedServer server, KeyFile keys) {
        this.store = store;
        this.server = server;
        this.keys = keys;
    }

    /** Starts a house and returns when it answers. */
    public static OneProcessHouse start(HousePlan plan) {
        KeyFile keys = keysOf(plan);
        EmbeddedStore store = storeOf(plan);
        ApplicationContext context = null;
        EmbeddedServer server = null;
        try {
            String uri = store == null ? String.valueOf(plan.mongoUri()) : store.uri();
            context = ApplicationContext.builder()
                    .properties(plan.settings(uri, store != null, keys))
                    .banner(false)
                    .start();
            server = context.getBean(EmbeddedServer.class).start();
            return new OneProcessHouse(store, server, keys);
        } finally {
            if (server == null) {
                if (context != null) {
                    context.close();
                }
                if (store != null) {
                    store.close();
                }
            }
        }
    }

    static KeyFile keysOf(HousePlan plan) {
        try {
            Files.createDirectories(plan.data());
        } catch (IOException broken) {
            throw new UncheckedIOException("the data folder " + plan.data() + " cannot be made", broken);
        }
        return KeyFile.open(plan.data(), new SecureRandom());
    }

    static @Nullable EmbeddedStore storeOf(HousePlan plan) {
        if (plan.mongoUri() != null) {
            return null;
        }
        Durability durability = plan.toDisk() ? Durability.FSYNC : Durability.WRITTEN;
        return EmbeddedStore.open(plan.data().resolve("store"), 0, durability);
    }

    /** For what a process can only ask itself: beans of the services. */
    public ApplicationContext context() {
        return server.getApplicationContext();
    }

    @Override
    public Addresses addresses() {
        return Addresses.all(URI.create("http://127.0.0.1:" + server.getPort()));
    }

    @Override
    public KeyFile keys() {
        return keys;
    }

    @Override
    public void close() {
        stopScheduled();
        server.getApplicationContext().close();
        if (store != null) {
            store.close();
        }
    }

    /** A task that starts while its bean is being taken down would make the bean anew. */
    private void stopScheduled() {
        ExecutorService scheduled =
                context().getBean(ExecutorService.class, Qualifiers.byName(TaskExecutors.SCHEDULED));
        scheduled.shutdown();
        try {
            if (!scheduled.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                scheduled.shutdownNow();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
