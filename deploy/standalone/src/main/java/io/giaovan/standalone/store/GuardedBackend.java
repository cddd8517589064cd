package io.giaovan.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVStore;

/**
 * Answers commands. A command that may change something is answered only after its change is as durable as promised;
 * one that only reads is answered at once, and may show a change that is not acknowledged yet, as a single MongoDB
 * server does under read concern "local".
 */
final class GuardedBackend extends H2Backend {
    /** Commands that change nothing, in lower case. Any other waits for the file, which is at worst a little late. */
    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "aggregate",
            "listcollections",
            "listindexes",
            "listdatabases",
            "collstats",
            "dbstats",
            "validate",
            "ismaster",
            "hello",
            "buildinfo",
            "ping",
            "whatsmyuri",
            "serverstatus",
            "hostinfo",
            "connectionstatus",
            "getlog",
            "getlasterror",
            "endsessions");

    private final MVStore file;
    private final GroupCommit commits;
    private final Map<String, MongoDatabase> open;

    GuardedBackend(MVStore file, GroupCommit commits, Clock clock) {
        this.file = file;
        this.commits = commits;
        this.open = new ConcurrentHashMap<>();
        super(file, clock);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (changes(database, command, query)) {
            return commits.change(() -> super.handleCommand(channel, database, command, query));
        }
        // keeps the version that is being read in the file until the answer is there
        MVStore.TxCounter version = file.registerVersionUsage();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            file.deregisterVersionUsage(version);
        }
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        open.remove(name);
    }

    /** Never opens a database twice, since two would not share their locks; listing databases would. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return open.computeIfAbsent(name, absent -> new GuardedDatabase(absent, file, getCursorRegistry()));
    }

    private boolean changes(String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (!READS.contains(name) || (!database.equals("admin") && !open.containsKey(database))) {
            return true;
        }
        return name.equals("aggregate")
                && query.get("pipeline") instanceof Collection<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document fields
                                && (fields.containsKey("$out") || fields.containsKey("$merge")));
    }
}
