package io.giaovan.integrations.sandbox.company;

import io.giaovan.integrations.sandbox.FaultBoard;
import io.giaovan.integrations.sandbox.Faults;
import io.giaovan.integrations.sandbox.SandboxDoor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sandbox parcel company's controls: set up accounts, move parcels, order faults, look into its books. */
@Controller("/sandbox/ghn")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CompanyController {
    private static final int SHOWN_MAX = 10_000;

    private final Company company;
    private final CompanyLedger ledger;
    private final FaultBoard faults;
    private final SandboxDoor door;

    CompanyController(Company company, CompanyLedger ledger, FaultBoard faults, SandboxDoor door) {
        this.company = company;
        this.ledger = ledger;
        this.faults = faults;
        this.door = door;
    }

    record ShopSet(String shopId) {}

    record Walk(@Nullable String status) {}

    record Shown(
            String orderCode,
            String clientOrderCode,
            String status,
            long fee,
            long cashOnDelivery,
            @Nullable String remittance,
            List<CompanyParcel.Entry> log) {
        static Shown of(CompanyParcel parcel) {
            return new Shown(
                    parcel.orderCode(),
                    parcel.clientOrderCode(),
                    parcel.status(),
                    parcel.fee(),
                    parcel.cashOnDelivery(),
                    parcel.remittance(),
                    parcel.log());
        }
    }

    record ShownParcels(List<Shown> bookings) {}

    @Post("/shops")
    ShopSet putShop(HttpRequest<?> request, @Body CompanyShop shop) {
        door.check(request);
        ledger.putShop(shop);
        return new ShopSet(shop.shopId());
    }

    @Post("/faults")
    Faults orderFaults(HttpRequest<?> request, @Body Faults ordered) {
        door.check(request);
        faults.order(CompanyNotices.PARTNER, ordered);
        return ordered;
    }

    @Get("/bookings")
    ShownParcels list(HttpRequest<?> request) {
        door.check(request);
        return new ShownParcels(ledger.list(SHOWN_MAX).stream().map(Shown::of).toList());
    }

    /** Moves a parcel to the status given, or one step along the usual way. */
    @Post("/bookings/{orderCode}/walk")
    Shown walk(HttpRequest<?> request, String orderCode, @Body Walk walk) {
        door.check(request);
        return Shown.of(company.walk(orderCode, Optional.ofNullable(walk.status())));
    }
}
