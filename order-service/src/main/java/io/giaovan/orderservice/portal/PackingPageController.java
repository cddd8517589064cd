package io.giaovan.orderservice.portal;

import io.giaovan.edge.access.Secrets;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.order.OrderPage;
import io.giaovan.orderservice.order.OrderStatus;
import io.giaovan.orderservice.order.Orders;
import io.giaovan.orderservice.packing.Packing;
import io.giaovan.orderservice.packing.Parcels;
import io.giaovan.orderservice.packing.Picking;
import io.giaovan.orderservice.packing.Wave;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The packing table as pages: what waits, waves, and their papers. */
@Controller("/portal/packing")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class PackingPageController {
    private final PortalDoor door;
    private final Orders orders;
    private final Picking picking;
    private final Packing packing;
    private final SecureRandom random = new SecureRandom();

    PackingPageController(PortalDoor door, Orders orders, Picking picking, Packing packing) {
        this.door = door;
        this.orders = orders;
        this.picking = picking;
        this.packing = packing;
    }

    @Get
    HttpResponse<String> waiting(HttpRequest<?> request) {
        return door.show(request, visit -> {
            OrderPage page = orders.list(visit.merchantId(), OrderStatus.RECEIVED, Parcels.BATCH_MAX, null);
            return door.page(
                    visit,
                    "portal/packing.jte",
                    visit.language().of("Đóng gói", "Packing"),
                    Map.of(
                            "orders", page.orders(),
                            "more", page.next() != null,
                            "key", Secrets.newKey("portal-", random)));
        });
    }

    /** Begins a wave with all that waits; the key on the form makes a second click find the first one's wave. */
    @Post("/waves")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> begin(HttpRequest<?> request, @Nullable @Body Map<String, String> form) {
        return door.act(request, form, visit -> {
            String key = form == null ? "" : form.getOrDefault("key", "");
            return to(picking.beginWithAll(visit.merchantId(), key.substring(0, Math.min(100, key.length()))));
        });
    }

    @Get("/waves/{waveId}")
    HttpResponse<String> wave(HttpRequest<?> request, String waveId) {
        return door.show(request, visit -> page(visit, picking.get(visit.merchantId(), waveId), List.of()));
    }

    /** Packs what can be packed of a wave and says what cannot. */
    @Post("/waves/{waveId}/pack")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> pack(HttpRequest<?> request, String waveId, @Nullable @Body Map<String, String> form) {
        return door.act(request, form, visit -> {
            Wave wave = picking.get(visit.merchantId(), waveId);
            List<String> refused = packing.packAll(visit.merchantId(), wave.orderIds()).stream()
                    .filter(Packing.Packed.NotDone.class::isInstance)
                    .map(Packing.Packed.NotDone.class::cast)
                    .map(Packing.Packed.NotDone::detail)
                    .toList();
            return refused.isEmpty() ? to(wave) : page(visit, wave, refused);
        });
    }

    private MutableHttpResponse<String> page(Visit visit, Wave wave, List<String> refused) {
        List<Order> inWave = picking.orders(wave);
        return door.page(
                visit,
                "portal/wave.jte",
                visit.language().of("Đợt đóng gói", "Packing wave"),
                Map.of(
                        "wave",
                        wave,
                        "orders",
                        inWave,
                        "picks",
                        picking.picks(wave),
                        "toPack",
                        inWave.stream()
                                .filter(order -> order.status() == OrderStatus.RECEIVED)
                                .count(),
                        "packed",
                        picking.parcels(wave).size(),
                        "refused",
                        refused));
    }

    private static MutableHttpResponse<String> to(Wave wave) {
        return HttpResponse.seeOther(URI.create("/portal/packing/waves/" + wave.id()));
    }
}
