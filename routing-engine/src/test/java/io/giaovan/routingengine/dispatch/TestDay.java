package io.giaovan.routingengine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

/** A depot with couriers, and the calls that others would make to it. */
public final class TestDay {
    private final TestEngine engine;

    public TestDay(TestEngine engine) {
        this.engine = engine;
    }

    /** Depot d1 in the middle of the plane, open 07:00 to 21:00, and its dispatcher. */
    public TestDay withDepot() {
        ok(
                engine.house(
                        "/internal/depots",
                        "{'depotId':'d1','name':'Kho 1','point':{'lat':10.77,'lon':106.69},'opens':'07:00','closes':'21:00','zone':'Asia/Ho_Chi_Minh'}"));
        ok(engine.house(
                "/internal/dispatchers",
                "{'dispatcherId':'boss','depot':'d1','key':'" + TestEngine.DISPATCHER_KEY + "'}"));
        return this;
    }

    /** A courier on a motorbike, whose phone ends in the number and whose pin is 1234. */
    public TestDay withCourier(int number, String from, String to) {
        return withCourier(number, from, to, 40_000);
    }

    public TestDay withCourier(int number, String from, String to, int gramsMax) {
        ok(engine.house(
                "/internal/couriers",
                "{'courierId':'c" + number + "','name':'Tài xế " + number + "','phone':'" + phone(number)
                        + "','pin':'1234','depot':'d1','vehicle':'MOTORBIKE','gramsMax':" + gramsMax
                        + ",'cubicCentimetresMax':300000,'shiftStart':'" + from + "','shiftEnd':'" + to
                        + "','cashLimit':{'amount':5000000,'currency':'VND'}}"));
        return this;
    }

    public String signIn(int number) {
        TestEngine.Reply reply = engine.send(
                "POST", "/courier/v1/sign-in", null, null, "{'phone':'" + phone(number) + "','pin':'1234'}");
        ok(reply);
        return reply.text("/token");
    }

    public static String phone(int number) {
        return String.format("09012345%02d", number);
    }

    /** Asks for a delivery promised between two local hours. */
    public TestEngine.Reply request(String id, double lat, double lon, String from, String to, long cash) {
        return engine.house(
                "/internal/last-mile/request", "{'request':" + deliveryRequest(id, lat, lon, from, to, cash) + "}");
    }

    public static String deliveryRequest(String id, double lat, double lon, String from, String to, long cash) {
        return "{'id':{'value':'" + id + "'},'merchantId':{'value':'m1'},'orderId':{'value':'o-" + id
                + "'},'parcelCode':'" + id + "','depot':'d1','address':" + address(lat, lon)
                + ",'recipient':{'name':'Chị Hoa','phone':'0912345678'},'promised':{'start':'2026-11-24T" + from
                + ":00+07:00','end':'2026-11-24T" + to
                + ":00+07:00'},'load':{'grams':1000,'cubicCentimetres':3000,'pieces':1},'cashToCollect':{'amount':"
                + cash + ",'currency':'VND'},'readyAt':'2026-11-23T23:00:00Z'}";
    }

    public static String address(double lat, double lon) {
        return String.format(
                Locale.ROOT,
                "{'line':'12 Nguyễn Huệ','ward':'Bến Nghé','province':'Hồ Chí Minh','country':'VN','point':{'lat':%f,'lon':%f}}",
                lat,
                lon);
    }

    public static String query(double lat, double lon, int grams) {
        return "{'depot':'d1','address':" + address(lat, lon) + ",'load':{'grams':" + grams
                + ",'cubicCentimetres':3000,'pieces':1},'readyAt':'2026-11-23T23:00:00Z'}";
    }

    /** Plans the day with few iterations and waits for the proposal. */
    public TestEngine.Reply plan(String key) {
        TestEngine.Reply asked = engine.send(
                "POST",
                "/dispatch/v1/depots/d1/plans",
                TestEngine.DISPATCHER_KEY,
                key,
                "{'day':'2026-11-24','iterations':200,'seed':7}");
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(202);
        String path = "/dispatch/v1/plans/" + asked.text("/planId");
        engine.await(() -> !get(path).text("/status").equals("SOLVING"));
        return get(path);
    }

    public TestEngine.Reply planAndRelease(String key) {
        TestEngine.Reply plan = plan(key);
        assertThat(plan.text("/status")).as(plan.body().toString()).isEqualTo("PROPOSED");
        TestEngine.Reply released = engine.dispatcher("/dispatch/v1/plans/" + plan.text("/planId") + "/release", "{}");
        ok(released);
        return released;
    }

    public TestEngine.Reply get(String path) {
        return engine.send("GET", path, TestEngine.DISPATCHER_KEY, null, null);
    }

    public TestEngine.Reply courier(String token, String path, String body) {
        return engine.send("POST", "/courier/v1" + path, token, null, body);
    }

    public TestEngine.Reply route(String token) {
        return engine.send("GET", "/courier/v1/route", token, null, null);
    }

    public static void ok(TestEngine.Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 204);
    }
}
