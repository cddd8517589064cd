package io.giaovan.routingengine.network.tile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tiles asked for lately, up to a number of bytes; all are dropped when what they show changes. */
final class TileCache {
    private final long bytesMax;
    private final Map<TileAddress, byte[]> tiles = new LinkedHashMap<>(16, 0.75f, true);
    private String shown = "";
    private long bytes;

    TileCache(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /**
     * A tile from the cache, or made now.
     *
     * @param showing names the state of the map; tiles of another state are forgotten
     */
    byte[] get(TileAddress address, String showing, Function<TileAddress, byte[]> maker) {
        byte[] known = find(address, showing);
        if (known != null) {
            return known;
        }
        byte[] made = maker.apply(address);
        keep(address, showing, made);
        return made;
    }

    synchronized long bytes() {
        return bytes;
    }

    private synchronized byte @Nullable [] find(TileAddress address, String showing) {
        if (!showing.equals(shown)) {
            tiles.clear();
            bytes = 0;
            shown = showing;
        }
        return tiles.get(address);
    }

    private synchronized void keep(TileAddress address, String showing, byte[] tile) {
        if (!showing.equals(shown) || tile.length > bytesMax) {
            return;
        }
        byte[] replaced = tiles.put(address, tile);
        bytes += tile.length - (replaced == null ? 0 : replaced.length);
        var oldest = tiles.entrySet().iterator();
        while (bytes > bytesMax) {
            bytes -= oldest.next().getValue().length;
            oldest.remove();
        }
    }
}
