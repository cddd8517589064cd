package io.giaovan.benchmarks.plan.town;

import java.util.Locale;

/** What a town's plan has to heed beside the vehicles' capacity. */
enum TownRule {
    WINDOWS,
    SERVICE_AND_SETUP,
    SECOND_LOAD,
    COLLECTIONS,
    PAIRS,
    SKILLS,
    MIXED_FLEET,
    DEPOTS_AND_OPEN_ENDS,
    PRICES,
    BREAKS,
    OVERTIME,
    LATENESS,
    RELOADS,
    RELEASES,
    CASH_LIMIT,
    ROUTE_LIMITS,
    ZONE_BANS,
    OPTIONAL_STOPS,
    BALANCE;

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
