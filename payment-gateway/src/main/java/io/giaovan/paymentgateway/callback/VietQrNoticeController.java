package io.giaovan.paymentgateway.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.edge.json.JsonRefusal;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.vietqr.VietQrSettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;

/** Takes the bank's notices of incoming transfers. Answers success only when the money is accounted for. */
@Controller("/callbacks/vietqr")
@ExecuteOn(TaskExecutors.BLOCKING)
final class VietQrNoticeController {
    private final IncomingTransfers transfers;
    private final VietQrSettings settings;
    private final RailAddresses addresses;
    private final ObjectMapper json;
    private final Clock wall;

    VietQrNoticeController(
            IncomingTransfers transfers,
            VietQrSettings settings,
            RailAddresses addresses,
            ObjectMapper json,
            @Named("wall") Clock wall) {
        this.transfers = transfers;
        this.settings = settings;
        this.addresses = addresses;
        this.json = json;
        this.wall = wall;
    }

    @Post
    Map<String, Boolean> take(HttpRequest<?> request, @Body byte[] body) {
        SignedBody.check(
                addresses.secret(settings.noticeSecret(), "bank-notices"),
                request.getHeaders().get("X-SePay-Signature"),
                request.getHeaders().get("X-SePay-Timestamp"),
                body,
                wall);
        SePayNotice notice = read(body);
        if (notice.isIncoming()) {
            transfers.take(notice.toNotice());
        }
        return Map.of("success", true);
    }

    private SePayNotice read(byte[] body) {
        try {
            return json.readValue(body, SePayNotice.class);
        } catch (JsonProcessingException unreadable) {
            throw JsonRefusal.of(unreadable);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
