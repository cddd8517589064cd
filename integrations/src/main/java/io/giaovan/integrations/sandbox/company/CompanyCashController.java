package io.giaovan.integrations.sandbox.company;

import io.giaovan.integrations.sandbox.SandboxDoor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;

/** The sandbox parcel company's accounting of cash: files of what it took, and what it pays over for them. */
@Controller("/sandbox/ghn/shops/{shopId}/remittances")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CompanyCashController {
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int SHOWN_MAX = 1_000;

    private final CompanyCash cash;
    private final CompanyLedger ledger;
    private final SandboxDoor door;

    CompanyCashController(CompanyCash cash, CompanyLedger ledger, SandboxDoor door) {
        this.cash = cash;
        this.ledger = ledger;
        this.door = door;
    }

    record Asked(String reference, CompanyRemittance.Format format) {}

    /** Amounts in đồng; {@code paid} is what the company transfers to the seller's bank account. */
    record Shown(
            String reference,
            int number,
            CompanyRemittance.Format format,
            Instant at,
            long taken,
            long fees,
            long paid,
            List<CompanyRemittance.Row> rows) {
        static Shown of(CompanyRemittance remittance) {
            return new Shown(
                    remittance.reference(),
                    remittance.number(),
                    remittance.format(),
                    remittance.at(),
                    remittance.taken(),
                    remittance.fees(),
                    remittance.taken() - remittance.fees(),
                    remittance.rows());
        }
    }

    record ShownRemittances(List<Shown> remittances) {}

    /** Accounts for what was delivered until now. */
    @Post
    Shown remit(HttpRequest<?> request, String shopId, @Body Asked asked) {
        door.check(request);
        return Shown.of(cash.remit(shopId, asked.reference(), asked.format()));
    }

    @Get
    ShownRemittances list(HttpRequest<?> request, String shopId) {
        door.check(request);
        return new ShownRemittances(ledger.listRemittances(shopId, SHOWN_MAX).stream()
                .map(Shown::of)
                .toList());
    }

    @Get("/{reference}/file")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> file(HttpRequest<?> request, String shopId, String reference) {
        door.check(request);
        CompanyRemittance remittance = cash.get(shopId, reference);
        return HttpResponse.ok(remittance.file())
                .contentType(MediaType.of(
                        switch (remittance.format()) {
                            case CSV -> CSV;
                            case XLSX -> XLSX;
                        }));
    }
}
