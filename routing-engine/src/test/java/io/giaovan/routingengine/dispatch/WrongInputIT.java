package io.giaovan.routingengine.dispatch;

import static io.giaovan.routingengine.dispatch.TestDay.ok;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input gets a problem that names field, value and limit, and changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongInputIT {
    private final TestEngine engine = new TestEngine();
    private final TestDay day = new TestDay(engine);

    @BeforeAll
    void start() {
        day.withDepot().withCourier(1, "08:00", "20:00");
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/internal/depots|{'depotId':|400|BAD_JSON|line 1",
                "/internal/depots|{'depotId':'d 1','name':'x','point':{'lat':1,'lon':2},'opens':'07:00','closes':'21:00','zone':'Asia/Ho_Chi_Minh'}|422|INVALID_FIELD|depotId",
                "/internal/depots|{'depotId':'d2','name':'x','point':{'lat':91,'lon':2},'opens':'07:00','closes':'21:00','zone':'Asia/Ho_Chi_Minh'}|422|INVALID_FIELD|lat",
                "/internal/depots|{'depotId':'d2','name':'x','point':{'lat':1,'lon':2},'opens':'21:00','closes':'07:00','zone':'Asia/Ho_Chi_Minh'}|422|INVALID_FIELD|closes",
                "/internal/depots|{'depotId':'d2','name':'x','point':{'lat':1,'lon':2},'opens':'07:00','closes':'21:00','zone':'Mars'}|422|INVALID_FIELD|zone",
                "/internal/couriers|{'courierId':'c9','name':'x','phone':'123','pin':'1234','depot':'d1','vehicle':'MOTORBIKE','gramsMax':1,'cubicCentimetresMax':1,'shiftStart':'08:00','shiftEnd':'20:00','cashLimit':{'amount':0,'currency':'VND'}}|422|INVALID_FIELD|phone",
                "/internal/couriers|{'courierId':'c9','name':'x','phone':'0901234599','pin':'12','depot':'d1','vehicle':'MOTORBIKE','gramsMax':1,'cubicCentimetresMax':1,'shiftStart':'08:00','shiftEnd':'20:00','cashLimit':{'amount':0,'currency':'VND'}}|422|INVALID_FIELD|pin",
                "/internal/couriers|{'courierId':'c9','name':'x','phone':'0901234599','pin':'1234','depot':'d1','vehicle':'DRONE','gramsMax':1,'cubicCentimetresMax':1,'shiftStart':'08:00','shiftEnd':'20:00','cashLimit':{'amount':0,'currency':'VND'}}|422|INVALID_FIELD|MOTORBIKE",
                "/internal/couriers|{'courierId':'c9','name':'x','phone':'0901234501','pin':'1234','depot':'d1','vehicle':'VAN','gramsMax':1,'cubicCentimetresMax':1,'shiftStart':'08:00','shiftEnd':'20:00','cashLimit':{'amount':0,'currency':'VND'}}|422|INVALID_FIELD|another courier",
                "/internal/couriers|{'courierId':'c9','name':'x','phone':'0901234599','pin':'1234','depot':'d1','vehicle':'VAN','gramsMax':0,'cubicCentimetresMax':1,'shiftStart':'08:00','shiftEnd':'20:00','cashLimit':{'amount':0,'currency':'VND'}}|422|INVALID_FIELD|gramsMax: 0",
                "/internal/couriers|{'courierId':'c9','name':'x','phone':'0901234599','pin':'1234','depot':'nowhere','vehicle':'VAN','gramsMax':1,'cubicCentimetresMax':1,'shiftStart':'08:00','shiftEnd':'20:00','cashLimit':{'amount':0,'currency':'VND'}}|404|NOT_FOUND|depot nowhere",
                "/internal/dispatchers|{'dispatcherId':'x','depot':'d1','key':'short'}|422|INVALID_FIELD|key",
                "/internal/last-mile/hold|{'query':QUERY,'slotId':'d1.2026-11-24.0800-1100','holdId':{'value':'h'},'timeToLive':'PT9H'}|422|INVALID_FIELD|timeToLive",
                "/internal/last-mile/hold|{'query':QUERY,'slotId':'tomorrow','holdId':{'value':'h'},'timeToLive':'PT9M'}|422|INVALID_FIELD|slotId",
                "/internal/last-mile/hold|{'query':QUERY,'slotId':'d1.2026-11-24.0815-1115','holdId':{'value':'h'},'timeToLive':'PT9M'}|409|NO_SLOT|0815",
                "/internal/last-mile/cancel|{'merchantId':{'value':'m1'},'id':{'value':'never'}}|404|NOT_FOUND|never",
            })
    void isNamedByFieldAndLimit(String path, String body, int status, String code, String words) {
        TestEngine.Reply reply = engine.house(path, body.replace("QUERY", TestDay.query(10.775, 106.70, 1_000)));

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.text("/code")).isEqualTo(code);
        assertThat(reply.text("/detail")).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'cashToCollect':{'amount':0|'cashToCollect':{'amount':-5|-5",
                "'end':'2026-11-24T11:00:00+07:00'|'end':'2026-11-24T07:00:00+07:00'|promised.end",
                "'grams':1000|'grams':0|grams",
                "'phone':'0912345678'|'phone':'hello'|phone",
            })
    void aWrongRequestIsRefusedAndNothingIsKept(String right, String wrong, String words) {
        String body = TestDay.deliveryRequest("GV-WRONG", 10.775, 106.70, "08:00", "11:00", 0)
                .replace(right, wrong);

        TestEngine.Reply reply = engine.house("/internal/last-mile/request", "{'request':" + body + "}");

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(422);
        assertThat(reply.body().toString()).contains(words).doesNotContain("Chị Hoa", "0912345678");
        assertThat(engine.mongo().database().getCollection("deliveries").countDocuments())
                .isZero();
    }

    @Test
    void everyDoorNeedsItsOwnKey() {
        String plans = "/dispatch/v1/depots/d1/plans";
        String order = "{'day':'2026-11-24'}";

        assertThat(engine.send("POST", plans, null, "k", order).status()).isEqualTo(401);
        assertThat(engine.send("POST", plans, TestEngine.HOUSE_KEY, "k", order).status())
                .isEqualTo(401);
        assertThat(engine.send("GET", "/courier/v1/route", TestEngine.DISPATCHER_KEY, null, null)
                        .status())
                .isEqualTo(401);
        assertThat(engine.send("POST", "/internal/last-mile/confirm", TestEngine.DISPATCHER_KEY, null, "{}")
                        .status())
                .isEqualTo(401);
        assertThat(engine.send("GET", "/board/map", null, null, null).status()).isEqualTo(401);
        assertThat(engine.dispatcher("/dispatch/v1/depots/other/returns", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void planOrdersHaveLimits() {
        String plans = "/dispatch/v1/depots/d1/plans";

        assertThat(order(plans, null, "{'day':'2026-11-24'}").text("/code")).isEqualTo("MISSING_IDEMPOTENCY_KEY");
        assertThat(order(plans, "k1", "{'day':'2027-11-24'}").text("/errors/0/field"))
                .isEqualTo("day");
        assertThat(order(plans, "k2", "{'day':'2026-11-24','seconds':9999}").text("/detail"))
                .contains("120");
        assertThat(order(plans, "k3", "{'day':'2026-11-24','iterations':0}").text("/detail"))
                .contains("iterations");
        assertThat(order(plans, "k4", "{'day':'2026-11-24','colour':1}").text("/detail"))
                .contains("colour");
        assertThat(engine.mongo().database().getCollection("plans").countDocuments())
                .isZero();
    }

    @Test
    void enteringTheSameAgainChangesNothing() {
        ok(engine.send("POST", "/courier/v1/sign-in", null, null, "{'phone':'" + TestDay.phone(1) + "','pin':'1234'}"));
        day.withDepot().withCourier(1, "08:00", "20:00");

        ok(engine.send("POST", "/courier/v1/sign-in", null, null, "{'phone':'+84901234501','pin':'1234'}"));
        assertThat(engine.mongo().database().getCollection("couriers").countDocuments())
                .isEqualTo(1);
        assertThat(engine.mongo().database().getCollection("dispatchers").countDocuments())
                .isEqualTo(1);
        assertThat(engine.mongo()
                        .database()
                        .getCollection("couriers")
                        .find()
                        .first()
                        .toJson())
                .doesNotContain("\"1234\"");
    }

    private TestEngine.Reply order(String path, String key, String body) {
        return engine.send("POST", path, TestEngine.DISPATCHER_KEY, key, body);
    }
}
