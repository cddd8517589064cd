package io.giaovan.paymentgateway.callback;

import io.giaovan.contracts.money.Money;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * A provider paid over what it took for us, as its remittance advice says; for the house's bookkeepers. Money that arrived
 * is booked even when it is more than we think the provider holds: the difference then stands in its clearing account.
 */
@Controller("/internal/provider-settlements")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProviderSettlementController {
    private final Ledger ledger;
    private final Clock clock;

    ProviderSettlementController(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A remittance.
     *
     * @param rail which provider, for instance {@code carrier_billing}
     * @param amount what arrived in the bank
     * @param reference the bank's reference of the transfer; the same is booked once
     */
    record Settlement(String rail, Money amount, String reference) {
        Settlement {
            if (!rail.matches("[a-z_]{1,40}")) {
                throw new IllegalArgumentException("rail: '" + rail + "' is not 1 to 40 of a-z _");
            }
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("amount: " + amount.amount() + " is not above 0");
            }
            if (!reference.matches("[A-Za-z0-9_.-]{1,60}")) {
                throw new IllegalArgumentException("reference: is not 1 to 60 letters, digits, _ . or -");
            }
        }
    }

    @Post
    HttpResponse<Settlement> settle(@Body Settlement settlement) {
        LedgerAccount clearing = new LedgerAccount(Kind.CLEARING, settlement.rail());
        Transfer transfer = new Transfer(
                new TransferId("settled:" + settlement.rail() + ":" + settlement.reference()),
                TransferKind.PROVIDER_SETTLED,
                clock.instant(),
                List.of(
                        Entry.debit(LedgerAccount.house(Kind.BANK), settlement.amount()),
                        Entry.credit(clearing, settlement.amount())),
                Map.of(
                        "rail",
                        settlement.rail(),
                        "reference",
                        settlement.reference(),
                        Transfer.BANK_REFERENCE,
                        settlement.reference()));
        boolean first = ledger.post(transfer);
        return HttpResponse.status(first ? HttpStatus.CREATED : HttpStatus.OK).body(settlement);
    }
}
