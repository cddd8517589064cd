package io.giaovan.orderservice.settlement;

import static io.giaovan.orderservice.order.OrderFixture.NINE;
import static io.giaovan.orderservice.order.OrderFixture.anOrder;
import static io.giaovan.orderservice.settlement.EndedOrders.charge;
import static io.giaovan.orderservice.settlement.EndedOrders.delivered;
import static io.giaovan.orderservice.settlement.EndedOrders.returned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.money.Money;
import io.giaovan.contracts.order.PaymentKind;
import io.giaovan.contracts.payment.ChargeStatus;
import io.giaovan.contracts.payment.PayoutView;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.edge.time.SimulatedClock;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.settlement.booking.Bookings;
import io.giaovan.orderservice.settlement.booking.Fees;
import io.giaovan.orderservice.settlement.booking.LineBook;
import io.giaovan.orderservice.settlement.booking.LineKind;
import io.giaovan.orderservice.settlement.booking.StatementLine;
import io.giaovan.orderservice.settlement.closing.Closings;
import io.giaovan.orderservice.settlement.closing.SellerAccounts;
import io.giaovan.orderservice.settlement.day.SettlementWorker;
import io.giaovan.orderservice.settlement.record.MongoBookings;
import io.giaovan.orderservice.settlement.record.MongoSellerAccounts;
import io.giaovan.orderservice.settlement.record.MongoStatements;
import io.giaovan.orderservice.settlement.seller.Balance;
import io.giaovan.orderservice.settlement.seller.SellerStatements;
import io.giaovan.orderservice.settlement.seller.StatementPage;
import io.giaovan.orderservice.settlement.statement.Statement;
import io.giaovan.orderservice.settlement.statement.StatementPayments;
import io.giaovan.orderservice.settlement.statement.StatementState;
import io.giaovan.orderservice.settlement.statement.StatementStatus;
import io.giaovan.orderservice.settlement.statement.Statements;
import io.giaovan.orderservice.shipment.Shipment;
import io.giaovan.orderservice.shipment.Shipments;
import io.giaovan.orderservice.tracking.HouseForTest;
import io.giaovan.store.document.TestMongo;
import io.giaovan.store.outbox.AggregateWriter;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementTest {
    private static final MerchantId TEA = new MerchantId("tiem-tra");
    private static final MerchantId BOOKS = new MerchantId("tiem-sach");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    /** Calls that write; a crash may come before or after each. */
    private static final Set<String> WRITES = Set.of("add", "arrive", "assign", "save", "update", "payOut");

    private final EndedOrders orders = new EndedOrders();
    private final FakeGateway gateway = new FakeGateway();
    private final SimulatedClock clock = new SimulatedClock(Clock.fixed(NINE, ZoneOffset.UTC), NINE, 0);
    private TestMongo mongo;
    private ApplicationContext store;
    private Rooms rooms;

    /** The process died here. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The room as a process that just started has it. */
    private record Rooms(
            LineBook book,
            Closings closings,
            StatementPayments payments,
            SellerStatements statements,
            SettlementWorker worker) {}

    @BeforeEach
    void start() {
        mongo = TestMongo.start();
        Map<String, Object> properties = new HashMap<>(HouseForTest.properties(mongo.uri(), mongo.databaseName()));
        properties.put("giaovan.settlement.watch-every", "PT1H");
        store = ApplicationContext.run(properties);
        rooms = rooms(20_000, _ -> false);
    }

    @AfterEach
    void stop() {
        store.close();
        mongo.close();
    }

    @Test
    void anOrderIsBookedOnceHoweverOftenItIsBooked() {
        Order order = paid("o_1", 260_000);

        rooms.book().book(order, order.charge());
        rooms.book().book(order, order.charge());
        rooms.closings().close(TEA, DAY);
        rooms.book().book(order, order.charge());
        clock.moveTo(NINE.plus(Duration.ofDays(2)));
        rooms.worker().runNow();

        assertThat(rooms.statements().list(TEA, 10, null).statements()).hasSize(1);
        assertThat(onlyStatement().payable()).isEqualTo(Money.vnd(260_000 - 15_000 - 1_300));
    }

    @Test
    void moneyThatIsNotThereYetIsOnNoStatement() {
        Order order = anOrder().of(TEA).paidBy(PaymentKind.TELECOM).id("o_1").build();
        Order waiting = delivered(order, charge(order, ChargeStatus.PROCESSING, 0, 0), NINE);
        orders.put(waiting);

        rooms.book().book(waiting, waiting.charge());
        rooms.closings().close(TEA, DAY);

        assertThat(rooms.statements().list(TEA, 10, null).statements()).isEmpty();
        assertThat(rooms.statements().balances(TEA))
                .containsExactly(new Balance(Money.vnd(0), Money.vnd(0), Money.vnd(0), 1));
    }

    @Test
    void whenTheMoneyComesTheOrderIsBookedOnTheDayItComes() {
        Order order = anOrder().of(TEA).paidBy(PaymentKind.TELECOM).id("o_1").build();
        Order waiting = delivered(order, charge(order, ChargeStatus.PROCESSING, 0, 0), NINE);
        orders.put(waiting);
        rooms.book().book(waiting, waiting.charge());
        clock.moveTo(NINE.plus(Duration.ofDays(1)));

        rooms.book().chargeChanged(waiting, charge(order, ChargeStatus.SUCCEEDED, 260_000, 0), 7);
        rooms.book().chargeChanged(waiting, charge(order, ChargeStatus.SUCCEEDED, 260_000, 0), 7);

        Statement open = onlyStatement();
        assertThat(open.status()).isEqualTo(StatementStatus.OPEN);
        assertThat(open.day()).isEqualTo(DAY.plusDays(1));
        assertThat(open.payable()).isEqualTo(Money.vnd(260_000 - 15_000 - 8_800));
    }

    @Test
    void aRefundAfterTheDeliveryIsACorrectionOnce() {
        Order order = paid("o_1", 260_000);
        rooms.book().book(order, order.charge());
        rooms.closings().close(TEA, DAY);

        rooms.book().chargeChanged(order, charge(order, ChargeStatus.SUCCEEDED, 260_000, 60_000), 8);
        rooms.book().chargeChanged(order, charge(order, ChargeStatus.SUCCEEDED, 260_000, 60_000), 8);
        rooms.book().chargeChanged(order, charge(order, ChargeStatus.SUCCEEDED, 260_000, 60_000), 9);

        Statement open = rooms.statements().list(TEA, 10, null).statements().getFirst();
        assertThat(rooms.statements().allLines(open))
                .extracting(StatementLine::kind, line -> line.amount().amount())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(LineKind.REFUND, -60_000L));
    }

    @Test
    void aStatementClosesAtTenAndLaterOrdersAreOnTheNext() {
        clock.moveTo(Instant.parse("2026-11-24T14:59:59.999Z"));
        Order before = paid("o_before", 260_000);
        rooms.book().book(before, before.charge());
        clock.moveTo(Instant.parse("2026-11-24T15:00:00Z"));
        Order after = paid("o_after", 260_000);
        rooms.book().book(after, after.charge());

        rooms.worker().runNow();

        List<Statement> found = rooms.statements().list(TEA, 10, null).statements();
        assertThat(found)
                .extracting(Statement::day, Statement::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(DAY.plusDays(1), StatementStatus.OPEN),
                        org.assertj.core.groups.Tuple.tuple(DAY, StatementStatus.CLOSED));
        assertThat(found.getLast().bookings()).isEmpty();
        assertThat(rooms.statements().get(TEA, found.getLast().id()).bookings()).containsExactly("o_before");
        assertThat(rooms.worker().unfinished()).isZero();
    }

    @Test
    void aBalanceBelowZeroGoesToTheNextStatementWithItsFees() {
        Order loss = delivered(
                anOrder()
                        .of(TEA)
                        .id("o_1")
                        .paidBy(PaymentKind.MARKETPLACE)
                        .fromMarketplace("CG-1")
                        .build(),
                null,
                NINE);
        orders.put(loss);
        rooms.book().book(loss, null);
        rooms.closings().close(TEA, DAY);
        clock.moveTo(NINE.plus(Duration.ofDays(1)));
        Order gain = paid("o_2", 260_000);
        rooms.book().book(gain, gain.charge());
        rooms.closings().close(TEA, DAY.plusDays(1));
        rooms.payments().payAll();
        hear(gateway.advance(false));

        List<Statement> found = rooms.statements().list(TEA, 10, null).statements();
        assertThat(found)
                .extracting(Statement::status)
                .containsExactly(StatementStatus.PAID, StatementStatus.CARRIED_OVER);
        assertThat(found.getFirst().payable()).isEqualTo(Money.vnd(260_000 - 15_000 - 1_300 - 15_000));
        assertThat(found.getFirst().fees()).isEqualTo(Money.vnd(31_300));
        assertThat(found.getLast().payable()).isEqualTo(Money.vnd(0));
        assertThat(gateway.balance(TEA)).isZero();
        assertThat(gateway.paid(TEA)).isEqualTo(228_700);
    }

    @Test
    void aPayoutRefusedForCoverStaysDueAndIsAskedAgain() {
        Order order = paid("o_1", 260_000);
        rooms.book().book(order, order.charge());
        gateway.refuse(2, ErrorCode.PAYMENT_REFUSED);
        rooms.closings().close(TEA, DAY);

        rooms.payments().payNew();
        Statement refused = onlyStatement();
        rooms.payments().payNew();
        rooms.payments().payAll();
        rooms.payments().payAll();
        hear(gateway.advance(false));

        assertThat(refused.state()).isEqualTo(new StatementState.Closed(1, null, "PAYMENT_REFUSED", null));
        assertThat(onlyStatement().status()).isEqualTo(StatementStatus.PAID);
        assertThat(gateway.payouts()).containsOnlyKeys(onlyStatement().id());
    }

    @Test
    void anOutageIsNoRefusal() {
        Order order = paid("o_1", 260_000);
        rooms.book().book(order, order.charge());
        gateway.refuse(1, ErrorCode.PARTNER_FAILED);
        rooms.closings().close(TEA, DAY);

        rooms.payments().payNew();
        long stillNew = rooms.payments().countNew();
        rooms.payments().payNew();

        assertThat(stillNew).isEqualTo(1);
        assertThat(rooms.payments().countNew()).isZero();
        assertThat(gateway.payouts()).hasSize(1);
    }

    @Test
    void whatTheBankRefusedIsAskedUnderANewKeyTheNextDay() {
        Order order = paid("o_1", 260_000);
        rooms.book().book(order, order.charge());
        rooms.closings().close(TEA, DAY);
        rooms.payments().payAll();
        hear(gateway.advance(true));
        rooms.payments().payAll();
        int sameDay = gateway.payouts().size();
        clock.moveTo(NINE.plus(Duration.ofDays(1)));

        rooms.payments().payAll();
        Map<String, PayoutView> paid = gateway.advance(false);
        hear(paid);
        hear(paid);

        String id = onlyStatement().id();
        assertThat(sameDay).isEqualTo(1);
        assertThat(gateway.payouts()).containsOnlyKeys(id, id + "-2");
        assertThat(onlyStatement().status()).isEqualTo(StatementStatus.PAID);
        assertThat(gateway.balance(TEA)).isZero();
    }

    @Test
    void aDayThatHasNotComeCannotBeClosed() {
        assertThatThrownBy(() -> rooms.closings().close(TEA, DAY.plusDays(1)))
                .hasMessageContaining("day: is after the running service day 2026-11-24");
    }

    @Test
    void ordersBeyondTheLimitGoToTheNextDay() {
        rooms = rooms(2, _ -> false);
        for (int i = 1; i <= 3; i++) {
            Order order = paid("o_" + i, 260_000);
            rooms.book().book(order, order.charge());
        }

        rooms.closings().close(TEA, DAY);

        List<Statement> found = rooms.statements().list(TEA, 10, null).statements();
        assertThat(found).extracting(Statement::day).containsExactly(DAY.plusDays(1), DAY);
        assertThat(rooms.statements().get(TEA, found.getLast().id()).bookings()).containsExactly("o_1", "o_2");
    }

    @Test
    void statementsAreReadInPagesAndTheOpenOneIsAmongThem() {
        for (int i = 0; i < 3; i++) {
            clock.moveTo(NINE.plus(Duration.ofDays(i)));
            Order order = paid("o_" + i, 260_000);
            rooms.book().book(order, order.charge());
            rooms.worker().runNow();
        }

        StatementPage first = rooms.statements().list(TEA, 2, null);
        StatementPage second = rooms.statements().list(TEA, 2, first.next());

        assertThat(first.statements()).extracting(Statement::day).containsExactly(DAY.plusDays(2), DAY.plusDays(1));
        assertThat(second.statements()).extracting(Statement::day).containsExactly(DAY);
        assertThat(second.next()).isNull();
        assertThat(rooms.statements().list(BOOKS, 2, null).statements()).isEmpty();
        assertThatThrownBy(() -> rooms.statements()
                        .get(BOOKS, second.statements().getFirst().id()))
                .hasMessageContaining("There is no statement");
        assertThatThrownBy(() -> rooms.statements().list(TEA, 2, "yesterday")).hasMessageContaining("cursor");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverHappensStatementsAddUpToMoneyTakenLessFees(long seed) {
        Random random = new Random(seed);
        Map<MerchantId, Long> taken = new HashMap<>();
        List<Order> ended = new ArrayList<>();
        rooms = rooms(5, _ -> random.nextInt(12) == 0);

        for (int hour = 0; hour < 24 * 6; hour++) {
            clock.moveTo(NINE.plus(Duration.ofHours(hour)));
            if (random.nextInt(3) == 0) {
                Order order = random(random, "o_" + ended.size(), taken);
                orders.put(order);
                ended.add(order);
            }
            List<Order> tried =
                    random.nextInt(10) == 0 ? ended : ended.subList(Math.max(0, ended.size() - 3), ended.size());
            crashing(random, () -> tried.forEach(order -> rooms.book().book(order, order.charge())));
            crashing(random, () -> rooms.worker().runNow());
            if (random.nextInt(5) == 0) {
                crashing(random, () -> rooms.worker().askAgain());
            }
            if (random.nextInt(4) == 0) {
                Map<String, PayoutView> news = gateway.advance(random.nextInt(4) == 0);
                crashing(random, () -> hear(news));
            }
        }
        rooms = rooms(20_000, _ -> false);
        for (int day = 6; day < 12; day++) {
            clock.moveTo(NINE.plus(Duration.ofDays(day)));
            ended.forEach(order -> rooms.book().book(order, order.charge()));
            rooms.worker().runNow();
            rooms.worker().askAgain();
            hear(gateway.advance(false));
        }

        for (MerchantId seller : List.of(TEA, BOOKS)) {
            check(seller, ended, taken.getOrDefault(seller, 0L), seed);
        }
        assertThat(rooms.worker().unfinished()).isZero();
    }

    private void check(MerchantId seller, List<Order> ended, long taken, long seed) {
        List<StatementLine> lines = new ArrayList<>();
        Map<LocalDate, Statement> days = new HashMap<>();
        long paid = 0;
        String cursor = null;
        do {
            StatementPage page = rooms.statements().list(seller, 3, cursor);
            for (Statement listed : page.statements()) {
                Statement statement = rooms.statements().get(seller, listed.id());
                List<StatementLine> own = rooms.statements().allLines(statement);
                assertThat(sum(own))
                        .as("seed %s, %s", seed, statement)
                        .isEqualTo(statement.payable().amount());
                assertThat(days.put(statement.day(), statement))
                        .as("seed %s, one a day", seed)
                        .isNull();
                lines.addAll(own);
                paid += statement.status() == StatementStatus.PAID
                        ? statement.payable().amount()
                        : 0;
            }
            cursor = page.next();
        } while (cursor != null);

        Fees prices = new Fees(SettlementFixture.settings());
        long fees = ended.stream()
                .filter(order -> order.merchantId().equals(seller))
                .flatMap(order -> (order.status() == io.giaovan.orderservice.order.OrderStatus.RETURNED
                                ? prices.returned(order, false)
                                : prices.delivered(order, taken(order), false))
                        .stream())
                .filter(line -> line.kind().isFee())
                .mapToLong(line -> -line.amount().amount())
                .sum();
        assertThat(sum(lines)).as("seed %s, %s", seed, seller).isEqualTo(taken - fees);
        assertThat(lines.stream()
                        .filter(line -> line.kind() == LineKind.DELIVERY_FEE)
                        .map(line -> String.valueOf(line.orderId())))
                .as("seed %s, each order once", seed)
                .containsExactlyInAnyOrderElementsOf(ended.stream()
                        .filter(order -> order.merchantId().equals(seller))
                        .map(order -> order.id().value())
                        .toList());
        assertThat(gateway.paid(seller)).as("seed %s, %s", seed, seller).isEqualTo(paid);
        assertThat(gateway.balance(seller)).as("seed %s, %s", seed, seller).isNotNegative();
    }

    private Order random(Random random, String id, Map<MerchantId, Long> taken) {
        MerchantId seller = random.nextBoolean() ? TEA : BOOKS;
        PaymentKind payment = PaymentKind.values()[random.nextInt(PaymentKind.values().length)];
        var fixture = anOrder().id(id).of(seller).paidBy(payment).buying(1 + random.nextInt(3), "tea");
        Order order = payment == PaymentKind.MARKETPLACE
                ? fixture.fromMarketplace("CG-" + id).build()
                : fixture.build();
        if (random.nextInt(4) == 0) {
            return returned(order, null, clock.instant());
        }
        if (payment == PaymentKind.MARKETPLACE) {
            return delivered(order, null, clock.instant());
        }
        boolean never = random.nextInt(8) == 0;
        long money = never ? 0 : order.purchase().total().amount() - random.nextInt(2) * 1_000L;
        taken.merge(seller, money, Long::sum);
        gateway.add(seller, Money.vnd(money));
        return delivered(
                order,
                charge(order, never ? ChargeStatus.CANCELED : ChargeStatus.SUCCEEDED, money, 0),
                clock.instant());
    }

    private static Money taken(Order order) {
        return order.charge() == null ? Money.vnd(0) : order.charge().received();
    }

    private static long sum(List<StatementLine> lines) {
        return lines.stream().mapToLong(line -> line.amount().amount()).sum();
    }

    /** Does something until the process dies or is done; the next one starts from what is stored. */
    private void crashing(Random random, Runnable work) {
        try {
            work.run();
        } catch (Crash _) {
            rooms = rooms(5, _ -> random.nextInt(12) == 0);
        }
    }

    private void hear(Map<String, PayoutView> changed) {
        changed.forEach((key, payout) -> rooms.payments().heard(payout, key, clock.instant()));
    }

    private Order paid(String id, long received) {
        Order order = anOrder().of(TEA).paidBy(PaymentKind.VIETQR).id(id).build();
        Order paid = delivered(order, charge(order, ChargeStatus.SUCCEEDED, received, 0), clock.instant());
        orders.put(paid);
        gateway.add(TEA, Money.vnd(received));
        return paid;
    }

    private Statement onlyStatement() {
        List<Statement> found = rooms.statements().list(TEA, 10, null).statements();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Rooms rooms(int ordersMax, Function<String, Boolean> dies) {
        SettlementSettings settings = SettlementFixture.settings(ordersMax);
        AggregateWriter writer = store.getBean(AggregateWriter.class);
        Bookings bookings = mortal(Bookings.class, new MongoBookings(mongo.database()), dies);
        SellerAccounts accounts = mortal(SellerAccounts.class, new MongoSellerAccounts(mongo.database(), writer), dies);
        Statements statements = mortal(Statements.class, new MongoStatements(mongo.database(), writer), dies);
        var desk = mortal(io.giaovan.contracts.payment.PaymentDesk.class, gateway, dies);
        LineBook book = new LineBook(bookings, orders, new NoShipments(), settings, clock);
        Closings closings = new Closings(bookings, accounts, statements, settings, clock);
        StatementPayments payments = new StatementPayments(statements, new Given<>(desk), settings, clock);
        return new Rooms(
                book,
                closings,
                payments,
                new SellerStatements(statements, bookings, accounts, closings),
                new SettlementWorker(book, closings, payments));
    }

    /** The same thing, in a process that may die before or after a write. */
    @SuppressWarnings("unchecked")
    private static <T> T mortal(Class<T> type, T target, Function<String, Boolean> dies) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            boolean write = WRITES.contains(method.getName());
            if (write && dies.apply(method.getName())) {
                throw new Crash();
            }
            try {
                Object answer = method.invoke(target, arguments);
                if (write && dies.apply(method.getName())) {
                    throw new Crash();
                }
                return answer;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }

    private record Given<T>(T bean) implements BeanProvider<T> {
        @Override
        public T get() {
            return bean;
        }

        @Override
        public boolean isPresent() {
            return true;
        }
    }

    private static final class NoShipments implements Shipments {
        @Override
        public void add(Shipment shipment) {
            throw new UnsupportedOperationException("settlement ships nothing");
        }

        @Override
        public Optional<Shipment> find(MerchantId merchantId, String parcelCode) {
            return Optional.empty();
        }
    }
}
