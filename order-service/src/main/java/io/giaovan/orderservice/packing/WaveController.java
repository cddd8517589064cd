package io.giaovan.orderservice.packing;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.access.Callers;
import io.giaovan.orderservice.access.IdempotentCalls;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pick waves and their papers. */
@Controller("/seller/v1/waves")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WaveController {
    private final Picking picking;
    private final Labels labels;
    private final Callers callers;
    private final IdempotentCalls calls;

    WaveController(Picking picking, Labels labels, Callers callers, IdempotentCalls calls) {
        this.picking = picking;
        this.labels = labels;
        this.callers = callers;
        this.calls = calls;
    }

    record WaveRequest(
            @Nullable List<String> orderIds, @Nullable Boolean all) {}

    record WaveOrder(
            String orderId, String status, @Nullable String parcelCode) {}

    record WaveAnswer(
            String waveId,
            Instant createdAt,
            List<WaveOrder> orders,
            List<Pick> picks,
            String pickListUrl,
            String labelsUrl,
            String manifestUrl) {}

    @Post
    HttpResponse<String> begin(HttpRequest<?> request, @Body WaveRequest body) {
        MerchantId merchantId = callers.seller(request);
        boolean all = Boolean.TRUE.equals(body.all());
        if (all == (body.orderIds() != null)) {
            throw ProblemException.invalid("orderIds", "", "give either orderIds or all: true");
        }
        return calls.created(request, merchantId, "waves", body, key -> {
            List<String> chosen = body.orderIds();
            return answer(
                    chosen == null
                            ? picking.beginWithAll(merchantId, key)
                            : picking.begin(
                                    merchantId,
                                    key,
                                    chosen.stream().map(OrderId::new).toList()));
        });
    }

    @Get("/{waveId}")
    WaveAnswer show(HttpRequest<?> request, String waveId) {
        return answer(wave(request, waveId));
    }

    @Get("/{waveId}/pick-list.pdf")
    HttpResponse<byte[]> pickList(HttpRequest<?> request, String waveId) {
        Wave wave = wave(request, waveId);
        return PackingController.pdf(picking.pickList(wave), "pick-list-" + wave.id() + ".pdf");
    }

    @Get("/{waveId}/labels.pdf")
    HttpResponse<byte[]> labels(HttpRequest<?> request, String waveId) {
        Wave wave = wave(request, waveId);
        List<Parcel> packed = picking.parcels(wave);
        if (packed.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.OUT_OF_SEQUENCE, "No order of the wave is packed yet; pack them, then print labels");
        }
        return PackingController.pdf(labels.print(wave.merchantId(), packed), "labels-" + wave.id() + ".pdf");
    }

    @Get("/{waveId}/manifest.pdf")
    HttpResponse<byte[]> manifest(HttpRequest<?> request, String waveId) {
        Wave wave = wave(request, waveId);
        return PackingController.pdf(picking.manifest(wave), "manifest-" + wave.id() + ".pdf");
    }

    private Wave wave(HttpRequest<?> request, String waveId) {
        return picking.get(callers.seller(request), waveId);
    }

    private WaveAnswer answer(Wave wave) {
        String address = "/seller/v1/waves/" + wave.id();
        return new WaveAnswer(
                wave.id(),
                wave.createdAt(),
                picking.orders(wave).stream()
                        .map(order -> new WaveOrder(
                                order.id().value(),
                                order.status().name(),
                                order.state().parcelCode()))
                        .toList(),
                picking.picks(wave),
                address + "/pick-list.pdf",
                address + "/labels.pdf",
                address + "/manifest.pdf");
    }
}
