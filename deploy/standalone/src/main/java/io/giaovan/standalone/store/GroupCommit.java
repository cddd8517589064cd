package io.giaovan.standalone.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes changes durable, many with one write and one sync: while one group is on its way to the disk, the changes of the
 * next gather. A group holds whole commands only, so that the file never shows a document without its index entries.
 * Safe for concurrent use. After a failed write or sync every change is refused, since nobody knows what the file holds.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** How often, in commits, chunks of the file that are mostly dead are rewritten so that their space is free again. */
    private static final int COMMITS_PER_COMPACTION = 64;

    /** After so long without a change, compaction goes on by itself, for at most so many steps. */
    private static final long IDLE_MILLIS = 200;

    private static final int IDLE_COMPACTIONS_MAX = 256;

    private static final int FILL_PERCENT_MIN = 50;
    private static final int COMPACTION_BYTES_MAX = 1 << 20;

    private final MVStore file;
    private final Durability durability;

    /** Shared by commands that change something, exclusive for the commit that must not see half of one. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);

    private final Semaphore wanted = new Semaphore(0);
    private final Thread committer;

    /** Completes when the changes made since the last commit are durable; replaced under the exclusive lock. */
    private CompletableFuture<@Nullable Void> group = new CompletableFuture<>();

    private volatile @Nullable Throwable failure;
    private volatile boolean closing;

    GroupCommit(MVStore file, Durability durability) {
        this.file = file;
        this.durability = durability;
        this.committer = Thread.ofPlatform().name("store-commit").daemon().start(this::run);
    }

    /**
     * Runs a command that may change something and returns, or fails as the command failed, once all it saw and did is
     * durable.
     */
    <T> T change(Supplier<T> command) {
        CompletableFuture<@Nullable Void> mine = null;
        gate.readLock().lock();
        try {
            refuseAfterFailure();
            mine = group;
            return command.get();
        } finally {
            gate.readLock().unlock();
            if (mine != null) {
                wanted.release();
                await(mine);
            }
        }
    }

    /** Commits what is left and stops. Changes that come later are refused. */
    @Override
    public void close() {
        closing = true;
        wanted.release();
        boolean interrupted = false;
        while (committer.isAlive()) {
            try {
                committer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int commits = 0;
        try {
            while (!closing) {
                if (commits == 0) {
                    wanted.acquire();
                } else if (!wanted.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    compactWhileIdle();
                    commits = 0;
                    continue;
                }
                wanted.drainPermits();
                commit();
                if (++commits % COMMITS_PER_COMPACTION == 0) {
                    compact();
                }
            }
        } catch (RuntimeException | Error failed) {
            refuse(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuse(new IllegalStateException("the embedded store is closed"));
    }

    private void compactWhileIdle() {
        for (int i = 0; i < IDLE_COMPACTIONS_MAX && wanted.availablePermits() == 0 && compact(); i++) {
            commit();
        }
    }

    private void commit() {
        CompletableFuture<@Nullable Void> ready;
        long version;
        gate.writeLock().lock();
        try {
            ready = group;
            group = new CompletableFuture<>();
            try {
                if (file.isClosed()) {
                    throw new IllegalStateException("the file was closed after a failure");
                }
                version = file.commit();
            } catch (RuntimeException | Error failed) {
                ready.completeExceptionally(failed);
                throw failed;
            }
        } finally {
            gate.writeLock().unlock();
        }
        try {
            if (version >= 0 && durability == Durability.FSYNC) {
                file.sync();
            }
            ready.complete(null);
        } catch (RuntimeException | Error failed) {
            ready.completeExceptionally(failed);
            throw failed;
        }
    }

    /** Rewrites some of the emptiest chunks; the next commit frees their space. False when none is empty enough. */
    private boolean compact() {
        gate.writeLock().lock();
        try {
            return file.compact(FILL_PERCENT_MIN, COMPACTION_BYTES_MAX);
        } finally {
            gate.writeLock().unlock();
        }
    }

    private void refuse(Throwable reason) {
        gate.writeLock().lock();
        try {
            if (failure == null) {
                failure = reason;
                if (!closing) {
                    LOG.error(
                            "the embedded store cannot write any more and refuses changes until it is restarted",
                            reason);
                }
            }
            group.completeExceptionally(reason);
        } finally {
            gate.writeLock().unlock();
        }
    }

    private void refuseAfterFailure() {
        Throwable reason = failure;
        if (reason != null) {
            throw new IllegalStateException("the embedded store refuses changes: " + reason.getMessage(), reason);
        }
    }

    private static void await(CompletableFuture<@Nullable Void> durable) {
        try {
            durable.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException(
                    "the change may be lost, the embedded store could not write it", failed.getCause());
        }
    }
}
