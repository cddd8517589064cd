package io.giaovan.paymentgateway.cod;

import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.paymentgateway.ledger.PostingOutcome;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** A depot's deposits at the bank. */
@Controller("/internal/cash")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CashController {
    private final HandOvers handOvers;

    CashController(HandOvers handOvers) {
        this.handOvers = handOvers;
    }

    record Deposit(String depot, Money amount, String reference) {
        Deposit {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("amount: " + amount.amount() + " is not above 0");
            }
            if (!reference.matches("[A-Za-z0-9_.-]{1,60}")) {
                throw new IllegalArgumentException("reference: is not 1 to 60 letters, digits, _ . or -");
            }
        }
    }

    @Post("/deposits")
    HttpResponse<Deposit> deposit(@Body Deposit deposit) {
        return switch (handOvers.deposit(deposit.depot(), deposit.amount(), deposit.reference())) {
            case PostingOutcome.Booked booked ->
                HttpResponse.status(booked.first() ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(deposit);
            case PostingOutcome.NotCovered lacking ->
                throw ProblemException.invalid(
                        "amount",
                        deposit.amount().amount(),
                        "is above " + lacking.available().amount() + ", what depot " + deposit.depot() + " holds");
        };
    }
}
