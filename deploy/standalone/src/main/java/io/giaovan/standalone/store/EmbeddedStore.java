package io.giaovan.standalone.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MongoDB-speaking store in one file of a folder, for trying things out and for a single small shop. What it
 * acknowledges is in the file, also after the process is killed. One process at a time can have it open. It listens on
 * 127.0.0.1 without a password: whoever can run programs on this machine can reach it. Safe for concurrent use.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);
    private static final String FILE_NAME = "giaovan.store";

    /** The way in which documents and keys are written; a file of another is refused. */
    private static final int FORMAT = 1;

    private static final int CACHE_MEGABYTES = 64;
    private static final int PAGE_BYTES = 8 * 1024;

    /**
     * Space that a commit freed may be used again at once: commits reach the disk in order, and readers hold the version
     * they read. The library's default of 45 seconds would cost a busy store gigabytes.
     */
    private static final int RETENTION_MILLIS = 0;

    private final Path path;
    private final GroupCommit commits;
    private final GuardedBackend backend;
    private final MVStore file;
    private final Listener listener;

    private EmbeddedStore(Path path, MVStore file, Durability durability, int port) {
        this.path = path;
        this.file = file;
        this.commits = new GroupCommit(file, durability);
        try {
            this.backend = new GuardedBackend(file, commits, Clock.systemUTC());
            this.listener = new Listener(backend, port);
        } catch (RuntimeException failed) {
            commits.close();
            throw failed;
        }
    }

    /** Opens the store in a folder on a free port, with changes on the disk before they are acknowledged. */
    public static EmbeddedStore open(Path folder) {
        return open(folder, 0, Durability.FSYNC);
    }

    /**
     * Opens the store in a folder, which is created, readable by its owner only, when it is absent.
     *
     * @param port on 127.0.0.1; 0 takes a free one
     * @throws StoreNotOpened when another process has it open, the file is not a store or is damaged, or the port is taken
     */
    public static EmbeddedStore open(Path folder, int port, Durability durability) {
        Path path = created(folder).resolve(FILE_NAME);
        MVStore file = openFile(path);
        try {
            refuseLostTail(file, path);
            refuseOtherFormat(file, path);
            EmbeddedStore store = new EmbeddedStore(path, file, durability, port);
            LOG.info("embedded store {} on port {}", path, store.listener.port());
            return store;
        } catch (MVStoreException damaged) {
            file.closeImmediately();
            throw damaged(path, damaged);
        } catch (RuntimeException failed) {
            file.closeImmediately();
            throw failed instanceof StoreNotOpened
                    ? failed
                    : new StoreNotOpened(
                            "embedded store %s cannot listen on port %d of 127.0.0.1: %s"
                                    .formatted(path, port, failed.getMessage()),
                            failed);
        }
    }

    /** The connection string for drivers. */
    public String uri() {
        return "mongodb://127.0.0.1:" + listener.port() + "/?retryWrites=false";
    }

    /** The file that holds everything. */
    public Path path() {
        return path;
    }

    /**
     * Finishes what was asked, closes connections and frees the file for another process. The file is not packed: the
     * library's way of moving chunks has failed here after a recovery, and space that is free is used again anyway.
     */
    @Override
    public void close() {
        listener.close();
        commits.close();
        file.close();
        backend.close();
        LOG.info("embedded store {} closed", path);
    }

    private static Path created(Path folder) {
        try {
            FileAttribute<?>[] privately =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                            }
                            : new FileAttribute<?>[0];
            return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, privately);
        } catch (IOException failed) {
            throw new StoreNotOpened("folder %s for the embedded store cannot be created".formatted(folder), failed);
        }
    }

    /** Commits are made by {@link GroupCommit} alone: one by the file's own timer could fall into a command. */
    private static MVStore openFile(Path path) {
        try {
            MVStore file = new MVStore.Builder()
                    .fileName(path.toAbsolutePath().toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_MEGABYTES)
                    .pageSplitSize(PAGE_BYTES)
                    .open();
            file.setRetentionTime(RETENTION_MILLIS);
            return file;
        } catch (MVStoreException failed) {
            if (failed.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new StoreNotOpened(
                        "embedded store in folder %s is open in another process; stop that one or choose another folder"
                                .formatted(path.getParent()),
                        failed);
            }
            throw damaged(path, failed);
        }
    }

    /**
     * Refuses a file whose header speaks of commits that are not in it: opened all the same, it would show the shop as it
     * was long ago. The very last commit may be missing, since a power cut can keep the header and lose the commit.
     */
    private static void refuseLostTail(MVStore file, Path path) {
        long promised = DataUtils.readHexLong(file.getStoreHeader(), "version", 0);
        if (promised > file.getCurrentVersion() + 1) {
            throw damaged(
                    path,
                    DataUtils.newMVStoreException(
                            DataUtils.ERROR_FILE_CORRUPT,
                            "its newest whole commit is {0}, its header speaks of {1}",
                            file.getCurrentVersion(),
                            promised));
        }
    }

    private static void refuseOtherFormat(MVStore file, Path path) {
        if (file.getStoreVersion() == 0 && file.getMapNames().isEmpty()) {
            file.setStoreVersion(FORMAT);
            file.commit();
        } else if (file.getStoreVersion() != FORMAT) {
            throw new StoreNotOpened(
                    "embedded store %s has format %d, this version reads %d; move the file away to begin with an empty one"
                            .formatted(path, file.getStoreVersion(), FORMAT),
                    new IllegalStateException("format " + file.getStoreVersion()));
        }
    }

    private static StoreNotOpened damaged(Path path, MVStoreException failed) {
        return new StoreNotOpened(
                "embedded store %s cannot be read: it is damaged or not a store (%s); restore it from a copy, or move it away to begin with an empty one"
                        .formatted(path, failed.getMessage()),
                failed);
    }
}
