package io.giaovan.paymentgateway.cod;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.ledger.PostingOutcome;
import io.giaovan.paymentgateway.ledger.ReservationEnd;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;

/** Depots' deposits at the bank, couriers' differences and the ageing report, for the house's bookkeepers. */
@Controller("/internal/cash")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CashController {
    private final BankDeposits deposits;
    private final CourierDebts debts;
    private final AgeingReports reports;

    CashController(BankDeposits deposits, CourierDebts debts, AgeingReports reports) {
        this.deposits = deposits;
        this.debts = debts;
        this.reports = reports;
    }

    record Deposit(String depot, Money amount, String reference) {
        Deposit {
            CashNames.checkAmount(amount);
            CashNames.checkReference(reference);
        }
    }

    /**
     * Cash on its way to the bank.
     *
     * @param until when it is taken for not having arrived
     */
    record Sending(String depot, Money amount, String reference, Instant until) {
        Sending {
            CashNames.checkAmount(amount);
            CashNames.checkReference(reference);
        }
    }

    record Return(String depot, String reference) {
        Return {
            CashNames.checkReference(reference);
        }
    }

    @Post("/deposits")
    HttpResponse<Deposit> deposit(@Body Deposit deposit) {
        return answer(
                deposits.deposit(deposit.depot(), deposit.amount(), deposit.reference()),
                deposit,
                deposit.amount(),
                "depot " + deposit.depot() + " holds");
    }

    @Post("/deposits/sent")
    HttpResponse<Sending> send(@Body Sending sending) {
        return answer(
                deposits.send(sending.depot(), sending.amount(), sending.reference(), sending.until()),
                sending,
                sending.amount(),
                "depot " + sending.depot() + " holds");
    }

    @Post("/deposits/arrived")
    HttpResponse<Deposit> arrived(@Body Deposit deposit) {
        return answer(deposits.arrived(deposit.depot(), deposit.amount(), deposit.reference()), deposit);
    }

    @Post("/deposits/returned")
    HttpResponse<Return> returned(@Body Return back) {
        return answer(deposits.cameBack(back.depot(), back.reference()), back);
    }

    @Post("/differences/settlements")
    HttpResponse<CourierDebts.Settlement> settle(@Body CourierDebts.Settlement settlement) {
        return answer(
                debts.settle(settlement), settlement, settlement.amount(), "is open with " + settlement.courier());
    }

    @Get("/ageing")
    AgeingReport ageing() {
        return reports.now();
    }

    @Get("/ageing.csv")
    @Produces("text/csv")
    HttpResponse<String> ageingAsCsv() {
        return HttpResponse.ok(reports.now().csv())
                .contentType(MediaType.of("text/csv; charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"cash-ageing.csv\"");
    }

    private static <T> HttpResponse<T> answer(PostingOutcome outcome, T body, Money amount, String whose) {
        return switch (outcome) {
            case PostingOutcome.Booked booked -> status(booked.first(), body);
            case PostingOutcome.NotCovered lacking ->
                throw ProblemException.invalid(
                        "amount",
                        amount.amount(),
                        "is above " + lacking.available().amount() + ", what " + whose);
        };
    }

    private static <T> HttpResponse<T> answer(ReservationEnd end, T body) {
        return switch (end) {
            case ReservationEnd.Done done -> status(done.first(), body);
            case ReservationEnd.EndedBefore before ->
                throw new ProblemException(
                        ErrorCode.OUT_OF_SEQUENCE,
                        "What was sent under this reference has ended already: "
                                + before.how().name().toLowerCase(java.util.Locale.ROOT));
            case ReservationEnd.NotReserved _ ->
                throw new ProblemException(ErrorCode.NOT_FOUND, "Nothing was sent under this reference");
        };
    }

    private static <T> HttpResponse<T> status(boolean first, T body) {
        return HttpResponse.status(first ? HttpStatus.CREATED : HttpStatus.OK).body(body);
    }
}
