package io.giaovan.routingengine.solve;

/** Tries every place by working out the whole route; the last resort where constant-time checks were too hopeful. */
final class ExactScan {
    int position;
    int deliveryPosition;
    int option;

    private final FlatProblem flat;
    private final Routes routes;
    private int[] kept = new int[32];
    private int keptCount;

    ExactScan(Routes routes) {
        this.routes = routes;
        flat = routes.flat;
    }

    void keep(RouteState r) {
        if (kept.length < r.length) {
            kept = new int[r.length * 2];
        }
        System.arraycopy(r.node, 1, kept, 0, r.length);
        keptCount = r.length;
    }

    /** Makes the route what it was when it was kept. */
    void putBack(RouteState r, int stop) {
        int other = flat.partner[stop];
        routes.routeOf[stop] = -1;
        if (other >= 0) {
            routes.routeOf[other] = -1;
        }
        routes.fill(r, kept, keptCount);
    }

    long scan(RouteState r, int stop) {
        long best = Insertion.NOWHERE;
        position = 0;
        deliveryPosition = 0;
        option = 0;
        int version = r.version;
        long before = r.units;
        int ways = flat.partner[stop] < 0
                        && flat.hasReloads
                        && r.reloadCount < flat.reloadsMax[r.vehicle]
                        && r.stopCount > 0
                ? LoneScan.RELOAD_AFTER
                : LoneScan.PLAIN;
        int length = r.length;
        for (int p = flat.committed[r.vehicle].length + 1; p <= length + 1; p++) {
            int lastDelivery = flat.partner[stop] >= 0 ? length + 1 : p;
            for (int q = p; q <= lastDelivery; q++) {
                for (int way = 0; way <= ways; way++) {
                    routes.insert(r, p, stop, q, way);
                    if (r.lawful && r.units - before < best) {
                        best = r.units - before;
                        position = p;
                        deliveryPosition = flat.partner[stop] >= 0 ? q : 0;
                        option = way;
                    }
                    putBack(r, stop);
                }
            }
        }
        routes.setVersion(r, version);
        return best;
    }
}
