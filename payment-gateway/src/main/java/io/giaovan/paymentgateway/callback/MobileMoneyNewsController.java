package io.giaovan.paymentgateway.callback;

import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.Secrets;
import io.giaovan.paymentgateway.charge.Charges;
import io.giaovan.paymentgateway.rail.RailAddresses;
import io.giaovan.paymentgateway.rail.mobilemoney.MobileMoneySettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Hears that something happened to a mobile money payment. What a notice says is not believed: it is the occasion to ask
 * the provider.
 */
@Controller(MobileMoneySettings.CALLBACK_PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MobileMoneyNewsController {
    private final Charges charges;
    private final MobileMoneySettings settings;
    private final RailAddresses addresses;

    MobileMoneyNewsController(Charges charges, MobileMoneySettings settings, RailAddresses addresses) {
        this.charges = charges;
        this.settings = settings;
        this.addresses = addresses;
    }

    @Put("/{chargeId}")
    HttpResponse<?> take(HttpRequest<?> request, String chargeId, @Body byte[] body) {
        check(request.getHeaders().get("X-API-Key"), request.getHeaders().get("X-Content-Hash"), body);
        charges.heard(new ChargeId(chargeId));
        return HttpResponse.noContent();
    }

    private void check(@Nullable String key, @Nullable String hash, byte[] body) {
        String expected = addresses.secret(settings.callbackKey(), MobileMoneySettings.CALLBACK_KEY);
        if (key == null || !Secrets.same(expected, key)) {
            throw new ProblemException(ErrorCode.UNAUTHENTICATED, "X-API-Key is missing or wrong");
        }
        if (hash != null
                && !Secrets.same(HexFormat.of().formatHex(Secrets.sha256(body)), hash.toLowerCase(Locale.ROOT))) {
            throw new ProblemException(ErrorCode.SIGNATURE_INVALID, "X-Content-Hash does not match the body");
        }
    }
}
