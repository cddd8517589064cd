package io.giaovan.paymentgateway.callback.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.wallet.MomoSettings;
import io.giaovan.paymentgateway.rail.wallet.WalletSignatures;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** MoMo's notices; it wants 204 within 15 seconds. */
@Controller(MomoSettings.NOTICE_PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MomoNoticeController {
    /** What is signed, beside our access key. */
    private static final List<String> SIGNED = List.of(
            "amount",
            "extraData",
            "message",
            "orderId",
            "orderInfo",
            "orderType",
            "partnerCode",
            "payType",
            "requestId",
            "responseTime",
            "resultCode",
            "transId");

    private final WalletNotices notices;
    private final MomoSettings settings;
    private final RailAddresses addresses;

    MomoNoticeController(WalletNotices notices, MomoSettings settings, RailAddresses addresses) {
        this.notices = notices;
        this.settings = settings;
        this.addresses = addresses;
    }

    @Post("/{chargeId}")
    HttpResponse<?> take(String chargeId, @Body JsonNode notice) {
        Map<String, String> fields = new LinkedHashMap<>();
        SIGNED.forEach(name -> fields.put(name, notice.path(name).asText("")));
        String expected = WalletSignatures.momo(
                addresses.secret(settings.secretKey(), MomoSettings.SECRET), settings.accessKey(), fields);
        if (!Secrets.same(expected, notice.path("signature").asText(""))) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "The signature does not match the notice");
        }
        String order = notice.path("orderId").asText("");
        WalletNotices.Fit fit = order.startsWith(chargeId + "_")
                ? notices.take("momo", order, notice.path("amount").asLong())
                : WalletNotices.Fit.UNKNOWN_ORDER;
        return switch (fit) {
            case TAKEN, KNOWN -> HttpResponse.noContent();
            case UNKNOWN_ORDER -> throw ProblemException.notFound("order", order);
            case WRONG_AMOUNT ->
                throw ProblemException.invalid("amount", notice.path("amount").asLong(), "is not the order's amount");
        };
    }
}
