package io.giaovan.paymentgateway.api.connect;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Metadata;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.connect.MerchantTransfer.Reversal;
import io.giaovan.paymentgateway.api.search.Picked;
import io.giaovan.paymentgateway.api.shelf.Shelf;
import io.giaovan.paymentgateway.api.shelf.Shelf.News;
import io.giaovan.paymentgateway.api.shelf.Shelves;
import io.giaovan.paymentgateway.ledger.Entry;
import io.giaovan.paymentgateway.ledger.Ledger;
import io.giaovan.paymentgateway.ledger.LedgerAccount;
import io.giaovan.paymentgateway.ledger.LedgerAccount.Kind;
import io.giaovan.paymentgateway.ledger.PostingOutcome;
import io.giaovan.paymentgateway.ledger.Transfer;
import io.giaovan.paymentgateway.ledger.TransferId;
import io.giaovan.paymentgateway.ledger.TransferKind;
import io.giaovan.store.document.Sliced;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What platforms can do with money between their balance and connected merchants'. A transfer is stored before the
 * ledger decides whether the balance covers it, and seen by nobody until the ledger has it; one that a crash left in
 * between is finished when it is next read.
 */
@Context
public final class Transfers {
    private static final int ID_LENGTH = 24;
    private static final int TRIES_MAX = 20;
    private static final int DESCRIPTION_LENGTH_MAX = 1_000;
    private static final int GROUP_LENGTH_MAX = 100;
    private static final String URL = "/v1/transfers";

    private final Shelf<MerchantTransfer> shelf;
    private final TransferShape shape;
    private final Accounts accounts;
    private final Ledger ledger;
    private final ApiSettings settings;
    private final Clock clock;

    Transfers(
            Shelves shelves, TransferShape shape, Accounts accounts, Ledger ledger, ApiSettings settings, Clock clock) {
        this.shelf = shelves.open("gateway_transfers", new TransferCodec(), List.of());
        this.shape = shape;
        this.accounts = accounts;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    static String ledgerId(MerchantTransfer transfer) {
        return "transfer:" + transfer.id();
    }

    static String ledgerId(MerchantTransfer transfer, Reversal reversal) {
        return ledgerId(transfer) + ":" + reversal.id();
    }

    Map<String, Object> create(ApiCall call, String seed) {
        Form form = call.form();
        form.allow(
                "amount",
                "currency",
                "destination",
                "description",
                "metadata",
                "transfer_group",
                "source_transaction",
                "expand");
        Expansion.of(form);
        Money amount = amount(form, settings.amountMax());
        if (!form.requiredText("currency").equalsIgnoreCase(amount.currency())) {
            throw ApiRefusal.invalid("currency", "Invalid currency: only vnd is taken here.");
        }
        Account account = accounts.get(call.merchantId(), "destination", form.requiredText("destination"));
        MerchantTransfer wanted = new MerchantTransfer(
                "tr_" + Secrets.digest(call.merchantId() + "|transfer|" + seed).substring(0, ID_LENGTH),
                call.merchantId(),
                account.id(),
                amount,
                form.text("description", DESCRIPTION_LENGTH_MAX).orElse(null),
                form.text("transfer_group", GROUP_LENGTH_MAX).orElse(null),
                form.text("source_transaction", GROUP_LENGTH_MAX).orElse(null),
                Metadata.merged(Map.of(), form),
                false,
                List.of(),
                clock.instant(),
                1);
        shelf.insert(wanted, List.of());
        return shape.shape(
                finished(get(call.merchantId(), wanted.id())).orElseThrow(() -> notCovered(call.merchantId())));
    }

    private static Money amount(Form form, long amountMax) {
        long amount = form.whole("amount").orElseThrow(() -> ApiRefusal.missing("amount"));
        if (amount < 1 || amount > amountMax) {
            throw ApiRefusal.invalid("amount", "Invalid amount: must be 1 to " + amountMax);
        }
        return Money.vnd(amount);
    }

    private ApiRefusal notCovered(MerchantId merchantId) {
        return ApiRefusal.invalid(
                "amount",
                "balance_insufficient",
                "Insufficient funds: the balance is "
                        + ledger.balance(seller(merchantId), Money.VND).amount() + " vnd.");
    }

    private MerchantTransfer get(MerchantId merchantId, String id) {
        return shelf.find(merchantId, id).orElseThrow(() -> ApiRefusal.noSuch("transfer", id));
    }

    /**
     * The transfer once the ledger has it; none when the balance did not cover it, and then it is gone. Whoever posts raises
     * the version first: a transfer is only taken away when nobody else can be posting it.
     */
    private Optional<MerchantTransfer> finished(MerchantTransfer read) {
        MerchantTransfer transfer = read;
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            if (transfer.booked()) {
                return Optional.of(transfer);
            }
            if (shelf.update(transfer, List.of())) {
                if (ledger.postCovered(entry(transfer), seller(transfer.merchantId()))
                        instanceof PostingOutcome.Booked) {
                    return Optional.of(change(
                            transfer.merchantId(), transfer.id(), MerchantTransfer::asBooked, "transfer.created"));
                }
                if (shelf.removeUnchanged(transfer.raised())) {
                    return Optional.empty();
                }
            }
            Optional<MerchantTransfer> now = shelf.find(transfer.merchantId(), transfer.id());
            if (now.isEmpty()) {
                return now;
            }
            transfer = now.get();
        }
        throw lostRace(transfer.id());
    }

    private static Transfer entry(MerchantTransfer transfer) {
        return new Transfer(
                new TransferId(ledgerId(transfer)),
                TransferKind.MERCHANT_TRANSFER,
                transfer.createdAt(),
                List.of(
                        Entry.debit(seller(transfer.merchantId()), transfer.amount()),
                        Entry.credit(seller(new MerchantId(transfer.destination())), transfer.amount())),
                Map.of("transfer", transfer.id()));
    }

    private static Transfer entry(MerchantTransfer transfer, Reversal reversal) {
        return new Transfer(
                new TransferId(ledgerId(transfer, reversal)),
                TransferKind.MERCHANT_TRANSFER_REVERSED,
                reversal.createdAt(),
                List.of(
                        Entry.debit(seller(new MerchantId(transfer.destination())), reversal.amount()),
                        Entry.credit(seller(transfer.merchantId()), reversal.amount())),
                Map.of("transfer", transfer.id(), "reversal", reversal.id()));
    }

    private static LedgerAccount seller(MerchantId merchantId) {
        return new LedgerAccount(Kind.SELLER, merchantId.value());
    }

    private MerchantTransfer change(
            MerchantId merchantId, String id, UnaryOperator<MerchantTransfer> decide, String type) {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            MerchantTransfer before = get(merchantId, id);
            MerchantTransfer after = decide.apply(before);
            if (after.equals(before)) {
                return before;
            }
            List<News> news = type.isEmpty() ? List.of() : List.of(new News(type, shape.shape(after)));
            if (shelf.update(after, news)) {
                return get(merchantId, id);
            }
        }
        throw lostRace(id);
    }

    private static ProblemException lostRace(String id) {
        return new ProblemException(ErrorCode.LOST_RACE, id + " is being changed by others; try again");
    }

    private MerchantTransfer booked(ApiCall call, String id) {
        return finished(get(call.merchantId(), id)).orElseThrow(() -> ApiRefusal.noSuch("transfer", id));
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("expand");
        Expansion.of(call.form());
        return shape.shape(booked(call, id));
    }

    Map<String, Object> update(ApiCall call, String id) {
        Form form = call.form();
        form.allow("description", "metadata", "expand");
        Expansion.of(form);
        booked(call, id);
        return shape.shape(change(
                call.merchantId(),
                id,
                before -> before.noted(
                        form.noted("description", DESCRIPTION_LENGTH_MAX, before.description()),
                        Metadata.merged(before.metadata(), form)),
                "transfer.updated"));
    }

    Map<String, Object> list(ApiCall call) {
        Form form = call.form();
        form.allow("destination", "transfer_group", "limit", "starting_after", "ending_before", "created", "expand");
        Expansion.ofList(form);
        Optional<String> destination = form.text("destination");
        Optional<String> group = form.text("transfer_group");
        Sliced<MerchantTransfer> found = Picked.list(
                part -> shelf.list(call.merchantId(), part),
                Paging.slice(form),
                MerchantTransfer::id,
                transfer -> transfer.booked()
                        && (destination.isEmpty() || destination.get().equals(transfer.destination()))
                        && (group.isEmpty() || group.get().equals(transfer.group())));
        return Paging.list(URL, found, shape::shape);
    }

    Map<String, Object> reverse(ApiCall call, String id, String seed) {
        Form form = call.form();
        form.allow("amount", "description", "metadata", "expand");
        Expansion.of(form);
        MerchantTransfer transfer = booked(call, id);
        String reversalId =
                "trr_" + Secrets.digest(call.merchantId() + "|reversal|" + seed).substring(0, ID_LENGTH);
        MerchantTransfer asked = change(
                call.merchantId(),
                id,
                before -> before.reversal(reversalId).isPresent()
                        ? before
                        : before.with(wanted(before, form, reversalId)),
                "");
        Reversal reversal = asked.reversal(reversalId).orElseThrow();
        if (!reversal.booked()) {
            asked = back(asked, reversal);
        }
        return shape.shape(
                asked,
                asked.reversal(reversalId).orElseThrow(() -> notCovered(new MerchantId(transfer.destination()))));
    }

    private Reversal wanted(MerchantTransfer transfer, Form form, String id) {
        long left = transfer.amount().minus(transfer.reversed()).amount();
        long amount = form.whole("amount").orElse(left);
        if (amount < 1 || amount > left) {
            throw ApiRefusal.invalid(
                    "amount", "Reversal amount (" + amount + ") is outside 1 to " + left + ", what is left");
        }
        if (transfer.reversals().size() >= MerchantTransfer.REVERSALS_MAX) {
            throw ApiRefusal.invalid(
                    "id", "A transfer can be reversed " + MerchantTransfer.REVERSALS_MAX + " times at most.");
        }
        return new Reversal(id, Money.vnd(amount), Metadata.merged(Map.of(), form), false, clock.instant());
    }

    /**
     * Books a reversal; one that the merchant's balance does not cover is taken away again, unless somebody else may be
     * posting it.
     */
    private MerchantTransfer back(MerchantTransfer read, Reversal reversal) {
        LedgerAccount merchant = seller(new MerchantId(read.destination()));
        MerchantTransfer transfer = read;
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            Optional<Reversal> now = transfer.reversal(reversal.id());
            if (now.isEmpty() || now.get().booked()) {
                return transfer;
            }
            if (shelf.update(transfer, List.of())) {
                if (ledger.postCovered(entry(transfer, reversal), merchant) instanceof PostingOutcome.Booked) {
                    return change(
                            transfer.merchantId(),
                            transfer.id(),
                            before -> before.with(reversal.asBooked()),
                            "transfer.reversed");
                }
                if (shelf.update(transfer.raised().without(reversal.id()), List.of())) {
                    return get(transfer.merchantId(), transfer.id());
                }
            }
            transfer = get(transfer.merchantId(), transfer.id());
        }
        throw lostRace(transfer.id());
    }

    /**
     * Passes a part of a charge on to a connected merchant, once. The charge's money came in before, so it is booked
     * whatever else the platform paid of it meanwhile.
     *
     * @param chargeId {@code ch_…} that it shares
     */
    public void passOn(
            String id,
            MerchantId platform,
            String destination,
            Money amount,
            @Nullable String group,
            String chargeId,
            Instant at) {
        MerchantTransfer transfer = new MerchantTransfer(
                id, platform, destination, amount, null, group, chargeId, Map.of(), true, List.of(), at, 1);
        ledger.post(entry(transfer));
        shelf.insert(transfer, List.of(new News("transfer.created", shape.shape(transfer))));
    }

    /**
     * Takes back a part of a transfer with a refund of the charge that it shares, once; at most what is left of it, and
     * whatever the merchant's balance holds.
     */
    public void takeBack(MerchantId platform, String id, String reversalId, Money wanted, Instant at) {
        MerchantTransfer asked = change(platform, id, before -> taking(before, reversalId, wanted, at), "");
        Reversal reversal = asked.reversal(reversalId).orElse(null);
        if (reversal == null || reversal.booked()) {
            return;
        }
        ledger.post(entry(asked, reversal));
        change(platform, id, before -> before.with(reversal.asBooked()), "transfer.reversed");
    }

    private static MerchantTransfer taking(MerchantTransfer before, String reversalId, Money wanted, Instant at) {
        Money left = before.amount().minus(before.reversed());
        if (before.reversal(reversalId).isPresent() || !left.isPositive()) {
            return before;
        }
        Money amount = wanted.compareTo(left) < 0 ? wanted : left;
        return before.with(new Reversal(reversalId, amount, Map.of(), false, at));
    }

    Map<String, Object> listReversals(ApiCall call, String id) {
        call.form().allow("limit", "expand");
        MerchantTransfer transfer = booked(call, id);
        int limit = Paging.slice(call.form()).limit();
        List<Reversal> all = TransferShape.booked(transfer);
        return ApiObject.list(
                URL + "/" + id + "/reversals",
                all.stream().limit(limit).map(one -> shape.shape(transfer, one)).toList(),
                all.size() > limit);
    }

    Map<String, Object> retrieveReversal(ApiCall call, String id, String reversalId) {
        call.form().allow("expand");
        MerchantTransfer transfer = booked(call, id);
        return shape.shape(
                transfer,
                transfer.reversal(reversalId)
                        .filter(Reversal::booked)
                        .orElseThrow(() -> ApiRefusal.noSuch("transfer reversal", reversalId)));
    }
}
