package io.giaovan.orderservice.packing;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.order.OrderId;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.access.Callers;
import io.giaovan.orderservice.access.IdempotentCalls;
import io.giaovan.orderservice.order.Orders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packing orders and printing labels. */
@Controller("/seller/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PackingController {
    private final Packing packing;
    private final Labels labels;
    private final Parcels parcels;
    private final Callers callers;
    private final IdempotentCalls calls;

    PackingController(Packing packing, Labels labels, Parcels parcels, Callers callers, IdempotentCalls calls) {
        this.packing = packing;
        this.labels = labels;
        this.parcels = parcels;
        this.callers = callers;
        this.calls = calls;
    }

    record PackRequest() {}

    record PackAnswer(String parcelCode, String labelUrl) {}

    record BulkPackRequest(List<String> orderIds) {}

    record BulkPackResult(
            String orderId,
            @Nullable String parcelCode,
            @Nullable String labelUrl,
            @Nullable String code,
            @Nullable String detail) {
        static BulkPackResult of(Packing.Packed packed) {
            return switch (packed) {
                case Packing.Packed.Done(OrderId orderId, Parcel parcel) ->
                    new BulkPackResult(orderId.value(), parcel.code().value(), addressOf(parcel), null, null);
                case Packing.Packed.NotDone(OrderId orderId, var code, String detail) ->
                    new BulkPackResult(orderId.value(), null, null, code.name(), detail);
            };
        }
    }

    record BulkPackAnswer(List<BulkPackResult> results) {}

    @Post("/orders/{orderId}/pack")
    HttpResponse<String> pack(HttpRequest<?> request, String orderId, @Nullable @Body PackRequest body) {
        MerchantId merchantId = callers.seller(request);
        return calls.created(request, merchantId, "pack|" + orderId, Map.of(), _ -> {
            Parcel parcel = packing.pack(merchantId, Orders.idIn(orderId));
            return new PackAnswer(parcel.code().value(), addressOf(parcel));
        });
    }

    /** Needs no Idempotency-Key: packing an order again answers with the parcel it has. */
    @Post("/orders/pack")
    BulkPackAnswer packAll(HttpRequest<?> request, @Body BulkPackRequest body) {
        MerchantId merchantId = callers.seller(request);
        List<OrderId> orderIds = body.orderIds().stream().map(OrderId::new).toList();
        return new BulkPackAnswer(packing.packAll(merchantId, orderIds).stream()
                .map(BulkPackResult::of)
                .toList());
    }

    @Get("/parcels/{parcelCode}/label.pdf")
    HttpResponse<byte[]> label(HttpRequest<?> request, String parcelCode) {
        MerchantId merchantId = callers.seller(request);
        Parcel parcel = parcels.find(merchantId, parcelCode(parcelCode))
                .orElseThrow(() -> ProblemException.notFound("parcel", parcelCode));
        return pdf(labels.print(merchantId, List.of(parcel)), parcel.code() + ".pdf");
    }

    static HttpResponse<byte[]> pdf(byte[] document, String name) {
        return HttpResponse.ok(document)
                .contentType(MediaType.of("application/pdf"))
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", "inline; filename=\"" + name + "\"");
    }

    private static String addressOf(Parcel parcel) {
        return "/seller/v1/parcels/" + parcel.code() + "/label.pdf";
    }

    private static ParcelCode parcelCode(String text) {
        try {
            return ParcelCode.typed(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.notFound("parcel", text.substring(0, Math.min(64, text.length())));
        }
    }
}
