package io.giaovan.paymentgateway.rail.bank.file;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** Files to the bank and back, for the house's bookkeepers. */
@Controller("/internal/bank-files")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "giaovan.rails.bank.form", value = "FILES")
final class BankFileController {
    private final FileBank bank;

    BankFileController(FileBank bank) {
        this.bank = bank;
    }

    /** Puts what waits into a pain.001. */
    @Post("/orders")
    FileBank.Written write() {
        return bank.write();
    }

    record Files(List<String> messageIds) {}

    /** Files of which the bank has not told everything yet. */
    @Get("/orders")
    Files open() {
        return new Files(bank.open());
    }

    @Get(value = "/orders/{id}", produces = MediaType.APPLICATION_XML)
    String file(String id) {
        return bank.file(id);
    }

    /** Takes in a pain.002. */
    @Post(
            value = "/reports",
            consumes = {MediaType.APPLICATION_XML, MediaType.TEXT_PLAIN})
    FileBank.Reported report(@Body String file) {
        return bank.report(file);
    }

    /** Takes in a camt.053, camt.054 or MT940. */
    @Post(
            value = "/statements",
            consumes = {MediaType.APPLICATION_XML, MediaType.TEXT_PLAIN})
    FileBank.Taken take(@Body String file) {
        return bank.take(file);
    }
}
