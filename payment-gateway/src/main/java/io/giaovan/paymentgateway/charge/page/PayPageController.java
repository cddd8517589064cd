package io.giaovan.paymentgateway.charge.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.giaovan.contracts.payment.ChargeId;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.page.Language;
import io.giaovan.edge.page.Pages;
import io.giaovan.paymentgateway.charge.Charge;
import io.giaovan.paymentgateway.charge.ChargeState;
import io.giaovan.paymentgateway.charge.ChargeState.RequiresAction;
import io.giaovan.paymentgateway.charge.ChargeStore;
import io.giaovan.paymentgateway.charge.ClientSecrets;
import io.giaovan.paymentgateway.rail.NextStep;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page, and the picture on it, that tell a buyer how to pay. Opened with the charge's secret only. */
@Controller("/pay/{chargeId}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PayPageController {
    private static final int PIXELS = 560;

    private final ChargeStore store;
    private final ClientSecrets secrets;
    private final Pages pages;

    PayPageController(ChargeStore store, ClientSecrets secrets, Pages pages) {
        this.store = store;
        this.secrets = secrets;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> page(HttpRequest<?> request, String chargeId, @QueryValue @Nullable String secret) {
        Charge charge = open(chargeId, secret);
        Map<String, String> facts =
                charge.state() instanceof RequiresAction action ? action.next().facts() : Map.of();
        boolean paid = charge.state() instanceof ChargeState.Succeeded;
        boolean gone = charge.state() instanceof ChargeState.Canceled;
        PayView view = new PayView(
                String.format(Locale.ROOT, "%,d", charge.amount().amount()).replace(',', '.') + " "
                        + charge.amount().currency(),
                paid ? "Đã thanh toán" : gone ? "Đã hủy" : "Đang chờ thanh toán",
                paid ? "Paid" : gone ? "Canceled" : "Waiting for payment",
                facts.get(NextStep.URL),
                facts.containsKey("data") ? "/pay/" + charge.id() + "/code.svg?secret=" + secret : null,
                facts.get("account_number"),
                facts.get("account_name"),
                facts.get("transfer_content"));
        return pages.page(
                request, "charge/pay.jte", Language.of(request).of("Thanh toán", "Payment"), Map.of("pay", view));
    }

    @Get("/code.svg")
    HttpResponse<String> vector(String chargeId, @QueryValue @Nullable String secret) {
        BitMatrix code = code(chargeId, secret, 0);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + code.getWidth() + " "
                + code.getHeight() + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + code.getWidth()
                + "v" + code.getHeight() + "H0z\"/><path d=\"" + path + "\"/></svg>";
        return HttpResponse.ok(svg)
                .contentType(MediaType.of("image/svg+xml"))
                .header("Cache-Control", "private, max-age=300");
    }

    @Get("/code.png")
    HttpResponse<byte[]> bitmap(String chargeId, @QueryValue @Nullable String secret) {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        try {
            MatrixToImageWriter.writeToStream(code(chargeId, secret, PIXELS), "PNG", picture);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HttpResponse.ok(picture.toByteArray())
                .contentType(MediaType.IMAGE_PNG_TYPE)
                .header("Cache-Control", "private, max-age=300");
    }

    private BitMatrix code(String chargeId, @Nullable String secret, int pixels) {
        if (open(chargeId, secret).state() instanceof RequiresAction action
                && action.next().facts().get("data") instanceof String data) {
            try {
                return new QRCodeWriter()
                        .encode(
                                data,
                                BarcodeFormat.QR_CODE,
                                pixels,
                                pixels,
                                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
            } catch (WriterException broken) {
                throw new IllegalStateException("the code cannot be drawn", broken);
            }
        }
        throw ProblemException.notFound("code for charge", chargeId);
    }

    private Charge open(String chargeId, @Nullable String secret) {
        ChargeId id = new ChargeId(chargeId);
        if (secret == null || !secrets.fits(id, secret)) {
            throw ProblemException.notFound("charge", chargeId);
        }
        return store.find(id).orElseThrow(() -> ProblemException.notFound("charge", chargeId));
    }
}
