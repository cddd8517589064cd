package io.giaovan.integrations.sandbox.company;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.integrations.sync.poll.Poller;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The sandbox parcel company's rules: a client's code is taken once, parcels move on command or with the clock. */
@Singleton
final class Company implements Poller {
    private static final int RACES_MAX = 50;
    private static final String SOURCE = "sandbox-company|";

    private final CompanyLedger ledger;
    private final CompanyNotices notices;
    private final Clock clock;

    Company(CompanyLedger ledger, CompanyNotices notices, Clock clock) {
        this.ledger = ledger;
        this.notices = notices;
        this.clock = clock;
    }

    /** Books; empty when the client's code is taken. */
    Optional<CompanyParcel> book(CompanyShop shop, String clientOrderCode, int grams, long cashOnDelivery) {
        CompanyParcel parcel = new CompanyParcel(
                clientOrderCode,
                "G"
                        + Secrets.digest(shop.shopId() + "|" + clientOrderCode)
                                .substring(0, 9)
                                .toUpperCase(Locale.ROOT),
                shop.shopId(),
                fee(grams),
                cashOnDelivery,
                null,
                List.of(new CompanyParcel.Entry(CompanyParcel.USUAL_WAY.getFirst(), clock.instant())),
                1);
        if (!ledger.insert(parcel)) {
            return Optional.empty();
        }
        notices.enqueue(parcel);
        return Optional.of(parcel);
    }

    /** Withdraws a parcel that was not picked up; false when it was. */
    boolean cancel(String orderCode) {
        CompanyParcel parcel = get(orderCode);
        if (parcel.status().equals("cancel")) {
            return true;
        }
        if (!List.of("ready_to_pick", "picking").contains(parcel.status())) {
            return false;
        }
        change(orderCode, before -> before.moved("cancel", clock.instant()));
        return true;
    }

    /** Moves a parcel to a status, or one step along the usual way when none is named. */
    CompanyParcel walk(String orderCode, Optional<String> status) {
        return change(orderCode, parcel -> {
            if (status.isEmpty() && !parcel.isWalking()) {
                throw new ProblemException(
                        ErrorCode.OUT_OF_SEQUENCE, "Parcel " + orderCode + " is " + parcel.status() + " and stays so");
            }
            return parcel.moved(status.orElseGet(parcel::nextStatus), clock.instant());
        });
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public List<String> listSources() {
        return ledger.listShops().stream()
                .filter(shop -> shop.stepEvery() != null)
                .map(shop -> SOURCE + shop.shopId())
                .toList();
    }

    @Override
    public void poll(String source, Instant now) {
        CompanyShop shop = ledger.findShop(source.substring(SOURCE.length())).orElse(null);
        if (shop == null || shop.stepEvery() == null) {
            return;
        }
        Duration stepEvery = shop.stepEvery();
        for (CompanyParcel walking : ledger.listWalking(shop.shopId())) {
            CompanyParcel parcel = walking;
            while (parcel.isDue(stepEvery, now)) {
                parcel = change(
                        parcel.orderCode(),
                        before -> before.isDue(stepEvery, now)
                                ? before.moved(
                                        before.nextStatus(),
                                        before.log().getLast().at().plus(stepEvery))
                                : before);
            }
        }
    }

    CompanyParcel get(String orderCode) {
        return ledger.find(orderCode).orElseThrow(() -> ProblemException.notFound("parcel", orderCode));
    }

    private CompanyParcel change(String orderCode, UnaryOperator<CompanyParcel> rule) {
        for (int race = 0; race < RACES_MAX; race++) {
            CompanyParcel before = get(orderCode);
            CompanyParcel after = rule.apply(before);
            if (after.equals(before)) {
                return before;
            }
            if (ledger.update(after)) {
                notices.enqueue(after);
                return get(orderCode);
            }
        }
        throw new ProblemException(ErrorCode.LOST_RACE, "Parcel " + orderCode + " changes too fast");
    }

    /** 20,000 ₫ for the first kilogram and 5,000 ₫ for each more that is begun. */
    private static long fee(int grams) {
        return 20_000 + 5_000L * Math.max(0, (grams - 1) / 1_000);
    }
}
