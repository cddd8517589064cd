package io.giaovan.paymentgateway.cod.remittance;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.cod.remittance.CarrierTerms.Column;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parcel companies' terms and remittance files, for the house's bookkeepers. */
@Controller("/internal/cash/carriers/{carrier}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RemittanceController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Remittances remittances;
    private final CarrierBooks books;

    RemittanceController(Remittances remittances, CarrierBooks books) {
        this.remittances = remittances;
        this.books = books;
    }

    record Terms(
            Map<Column, String> columns,
            @Nullable Long feeFixed,
            @Nullable Integer feeBasisPoints,
            @Nullable String currency) {}

    @Post("/terms")
    CarrierTerms agree(String carrier, @Body Terms terms) {
        CarrierTerms agreed = new CarrierTerms(
                carrier,
                terms.columns(),
                terms.feeFixed(),
                Objects.requireNonNullElse(terms.feeBasisPoints(), 0),
                Objects.requireNonNullElse(terms.currency(), Money.VND));
        books.keep(agreed);
        return agreed;
    }

    @Post("/remittances")
    @Consumes({"text/csv", XLSX, MediaType.APPLICATION_OCTET_STREAM})
    Remittance take(String carrier, @QueryValue String reference, @Body byte[] file) {
        CarrierTerms.checkCarrier(carrier);
        if (!reference.matches("[A-Za-z0-9_.-]{1,40}")) {
            throw ProblemException.invalid("reference", reference, "is not 1 to 40 letters, digits, _ . or -");
        }
        return remittances.take(carrier, reference, file);
    }

    @Get("/remittances/{reference}")
    Remittance show(String carrier, String reference) {
        return books.findRemittance(carrier, reference)
                .orElseThrow(() -> ProblemException.notFound("remittance", reference));
    }
}
