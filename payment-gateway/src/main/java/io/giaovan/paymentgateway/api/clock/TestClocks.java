package io.giaovan.paymentgateway.api.clock;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.api.ApiCall;
import io.giaovan.paymentgateway.api.ApiObject;
import io.giaovan.paymentgateway.api.ApiRefusal;
import io.giaovan.paymentgateway.api.ApiSettings;
import io.giaovan.paymentgateway.api.Expansion;
import io.giaovan.paymentgateway.api.Form;
import io.giaovan.paymentgateway.api.Paging;
import io.giaovan.paymentgateway.api.customer.Customer;
import io.giaovan.paymentgateway.api.customer.Customers;
import io.giaovan.paymentgateway.api.customer.TestTimes;
import io.giaovan.paymentgateway.api.shelf.Shelf;
import io.giaovan.paymentgateway.api.shelf.Shelf.News;
import io.giaovan.paymentgateway.api.shelf.ShelfCodec;
import io.giaovan.paymentgateway.api.shelf.Shelves;
import io.giaovan.paymentgateway.charge.ClockedCharges;
import io.giaovan.store.document.Slice;
import io.giaovan.store.document.StoredValues;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** What merchants can do with test clocks. An advance does all that is due by then before it is answered. */
@Context
final class TestClocks implements TestTimes {
    static final int PER_MERCHANT_MAX = 100;
    static final Duration ADVANCE_MAX = Duration.ofDays(2 * 366);
    private static final int ID_LENGTH = 16;
    private static final int NAME_LENGTH_MAX = 300;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final long SECONDS_MAX = 253_402_300_799L;
    private static final String URL = "/v1/test_helpers/test_clocks";

    private final Shelf<TestClock> shelf;
    private final Customers customers;
    private final ClockedCharges charges;
    private final ApiSettings settings;
    private final Clock clock;

    TestClocks(Shelves shelves, Customers customers, ClockedCharges charges, ApiSettings settings, Clock clock) {
        this.shelf = shelves.open("gateway_test_clocks", new Codec(), List.of());
        this.customers = customers;
        this.charges = charges;
        this.settings = settings;
        this.clock = clock;
    }

    private static final class Codec implements ShelfCodec<TestClock> {
        @Override
        public String id(TestClock thing) {
            return thing.id();
        }

        @Override
        public MerchantId merchantId(TestClock thing) {
            return thing.merchantId();
        }

        @Override
        public Instant createdAt(TestClock thing) {
            return thing.createdAt();
        }

        @Override
        public long version(TestClock thing) {
            return thing.version();
        }

        @Override
        public Document fields(TestClock thing) {
            return new Document("name", thing.name())
                    .append("frozenAt", Date.from(thing.frozenAt()))
                    .append("advancing", thing.advancing());
        }

        @Override
        public TestClock read(Document document) {
            return new TestClock(
                    StoredValues.textAt(document, "_id"),
                    new MerchantId(StoredValues.textAt(document, "merchant")),
                    document.getString("name"),
                    StoredValues.instantAt(document, "frozenAt"),
                    document.getBoolean("advancing", false),
                    StoredValues.instantAt(document, "createdAt"),
                    StoredValues.longAt(document, "version"));
        }
    }

    @Override
    public Optional<Instant> now(MerchantId merchantId, String clockId) {
        return shelf.find(merchantId, clockId).map(TestClock::frozenAt);
    }

    private void checkTestMode() {
        if (settings.live()) {
            throw ApiRefusal.invalid("livemode", "Test clocks are for test mode only.");
        }
    }

    Map<String, Object> create(ApiCall call, String seed) {
        checkTestMode();
        Form form = call.form();
        form.allow("frozen_time", "name", "expand");
        Expansion.of(form);
        TestClock fresh = new TestClock(
                "clock_" + Secrets.digest(call.merchantId() + "|clock|" + seed).substring(0, ID_LENGTH),
                call.merchantId(),
                form.text("name", NAME_LENGTH_MAX).orElse(null),
                time(form),
                false,
                clock.instant(),
                1);
        if (shelf.list(call.merchantId(), Slice.newest(PER_MERCHANT_MAX))
                        .items()
                        .size()
                == PER_MERCHANT_MAX) {
            throw ApiRefusal.invalid(
                    "frozen_time", "There can be " + PER_MERCHANT_MAX + " test clocks at most; delete one first.");
        }
        shelf.insert(fresh, List.of(new News("test_helpers.test_clock.created", shape(fresh))));
        return shape(get(call, fresh.id()));
    }

    private static Instant time(Form form) {
        long seconds = form.whole("frozen_time").orElseThrow(() -> ApiRefusal.missing("frozen_time"));
        if (seconds < 0 || seconds > SECONDS_MAX) {
            throw ApiRefusal.invalid("frozen_time", "Invalid timestamp: must be unix seconds");
        }
        return Instant.ofEpochSecond(seconds);
    }

    private TestClock get(ApiCall call, String id) {
        return shelf.find(call.merchantId(), id).orElseThrow(() -> ApiRefusal.noSuch("test clock", id));
    }

    Map<String, Object> retrieve(ApiCall call, String id) {
        call.form().allow("expand");
        Expansion.of(call.form());
        return shape(get(call, id));
    }

    Map<String, Object> list(ApiCall call) {
        call.form().allow("limit", "starting_after", "ending_before", "expand");
        Expansion.ofList(call.form());
        return Paging.list(URL, shelf.list(call.merchantId(), Paging.slice(call.form())), this::shape);
    }

    Map<String, Object> advance(ApiCall call, String id) {
        call.form().allow("frozen_time", "expand");
        TestClock before = get(call, id);
        Instant until = time(call.form());
        boolean again = before.advancing() && until.equals(before.frozenAt());
        if (!again
                && (!until.isAfter(before.frozenAt())
                        || until.isAfter(before.frozenAt().plus(ADVANCE_MAX)))) {
            throw ApiRefusal.invalid(
                    "frozen_time",
                    "Invalid frozen_time: must be after what the clock shows, by " + ADVANCE_MAX.toDays()
                            + " days at most.");
        }
        TestClock going = again ? before : changed(before.at(until, true), "test_helpers.test_clock.advancing");
        charges.timePassed(call.merchantId(), id, until);
        return shape(changed(going.at(until, false), "test_helpers.test_clock.ready"));
    }

    private TestClock changed(TestClock after, String type) {
        if (!shelf.update(after, List.of(new News(type, shape(after))))) {
            throw new ProblemException(ErrorCode.LOST_RACE, after.id() + " is being advanced by others; try again");
        }
        return shelf.find(after.merchantId(), after.id())
                .orElseThrow(() -> ApiRefusal.noSuch("test clock", after.id()));
    }

    /** Deletes a clock with its customers; what they have not paid is given up. */
    Map<String, Object> delete(ApiCall call, String id) {
        TestClock gone = get(call, id);
        Slice slice = Slice.newest(Slice.LIMIT_MAX);
        charges.giveUpAt(call.merchantId(), id);
        for (List<Customer> left = living(call.merchantId(), id, slice);
                !left.isEmpty();
                left = living(
                        call.merchantId(), id, new Slice(left.getLast().id(), null, Slice.LIMIT_MAX, null, null))) {
            left.stream()
                    .filter(customer -> !customer.deleted())
                    .forEach(customer -> customers.delete(call.merchantId(), customer.id()));
        }
        shelf.remove(call.merchantId(), gone.id());
        return ApiObject.of(gone.id(), "test_helpers.test_clock")
                .put("deleted", true)
                .toMap();
    }

    private List<Customer> living(MerchantId merchantId, String id, Slice slice) {
        return customers.listAt(merchantId, id, slice).items();
    }

    private Map<String, Object> shape(TestClock shown) {
        return ApiObject.of(shown.id(), "test_helpers.test_clock")
                .put("created", shown.createdAt().getEpochSecond())
                .put("deletes_after", shown.createdAt().plus(KEPT).getEpochSecond())
                .put("frozen_time", shown.frozenAt().getEpochSecond())
                .put("livemode", false)
                .put("name", shown.name())
                .put("status", shown.advancing() ? "advancing" : "ready")
                .put("status_details", Map.of())
                .toMap();
    }
}
