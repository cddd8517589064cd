package io.giaovan.paymentgateway.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.json.JsonRefusal;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.vietqr.NoticeSignatures;
import io.giaovan.paymentgateway.rail.vietqr.VietQrSettings;
import io.giaovan.paymentgateway.rail.vietqr.VietQrSettings.NoticeForm;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes notices of incoming transfers in the form that is configured. Answers success only when the money is accounted
 * for. payOS signs no time: an old notice of it that comes again is known by its reference.
 */
@Controller("/callbacks/vietqr")
@ExecuteOn(TaskExecutors.BLOCKING)
final class VietQrNoticeController {
    private static final Pattern CASSO = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{128})");

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
    Map<String, Boolean> sePay(HttpRequest<?> request, @Body byte[] body) {
        checkForm(NoticeForm.SEPAY);
        SignedBody.check(
                request.getHeaders().get("X-SePay-Signature"),
                request.getHeaders().get("X-SePay-Timestamp"),
                time -> NoticeSignatures.sePay(secret(), time, body),
                wall);
        SePayNotice notice = read(tree(body), SePayNotice.class);
        if (notice.isIncoming()) {
            transfers.take(notice.toNotice());
        }
        return Map.of("success", true);
    }

    @Post("/payos")
    Map<String, Boolean> payOs(@Body byte[] body) {
        checkForm(NoticeForm.PAYOS);
        JsonNode notice = tree(body);
        SignedBody.check(notice.path("signature").asText(""), NoticeSignatures.payOs(secret(), notice.path("data")));
        if (notice.path("success").asBoolean()) {
            transfers.take(read(notice.path("data"), PayOsNotice.class).toNotice());
        }
        return Map.of("success", true);
    }

    @Post("/casso")
    Map<String, Boolean> casso(HttpRequest<?> request, @Body byte[] body) {
        checkForm(NoticeForm.CASSO);
        JsonNode notice = tree(body);
        @Nullable String header = request.getHeaders().get("X-Casso-Signature");
        Matcher signed = CASSO.matcher(header == null ? "" : header);
        boolean well = signed.matches();
        SignedBody.check(
                well ? signed.group(2) : null,
                well ? signed.group(1) : null,
                time -> NoticeSignatures.casso(secret(), time, notice, json),
                wall);
        CassoNotice transfer = read(notice.path("data"), CassoNotice.class);
        if (transfer.isIncoming()) {
            transfers.take(transfer.toNotice());
        }
        return Map.of("success", true);
    }

    private void checkForm(NoticeForm form) {
        if (settings.noticeForm() != form) {
            throw ProblemException.notFound("notice form", form.name());
        }
    }

    private String secret() {
        return addresses.secret(settings.noticeSecret(), "bank-notices");
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException unreadable) {
            throw JsonRefusal.of(unreadable);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private <T> T read(JsonNode notice, Class<T> type) {
        try {
            return json.treeToValue(notice, type);
        } catch (JsonProcessingException unreadable) {
            throw JsonRefusal.of(unreadable);
        }
    }
}
