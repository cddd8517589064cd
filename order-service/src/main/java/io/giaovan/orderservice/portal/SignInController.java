package io.giaovan.orderservice.portal;

import io.giaovan.edge.access.Secrets;
import io.giaovan.edge.page.Language;
import io.giaovan.edge.page.Pages;
import io.giaovan.orderservice.access.AccessKeys;
import io.giaovan.orderservice.access.SellerSessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens and ends a seller's session. */
@Controller("/portal")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class SignInController {
    /** Binds the sign-in form to the browser before there is a session. */
    private static final String FORM_COOKIE = "giaovan_form";

    private static final URI ORDERS = URI.create("/portal/orders");

    private final SellerSessions sessions;
    private final FormTokens tokens;
    private final PortalDoor door;
    private final Pages pages;
    private final SecureRandom random = new SecureRandom();

    SignInController(SellerSessions sessions, FormTokens tokens, PortalDoor door, Pages pages) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.door = door;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> page(HttpRequest<?> request) {
        return sessions.find(request).isPresent() ? HttpResponse.seeOther(ORDERS) : signIn(request, "");
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> signIn(HttpRequest<?> request, @Nullable @Body Map<String, String> form) {
        String bound = PortalDoor.cookie(request, FORM_COOKIE);
        if (form == null || bound.isEmpty() || !tokens.fits(bound, form.get("token"))) {
            return door.refusal(request, PortalDoor.outOfDate());
        }
        String key = form.getOrDefault("key", "").strip();
        Optional<Cookie> session =
                key.length() > AccessKeys.KEY_LENGTH_MAX ? Optional.empty() : sessions.open(request, key);
        return session.<HttpResponse<String>>map(
                        cookie -> HttpResponse.<String>seeOther(ORDERS).cookie(cookie))
                .orElseGet(() -> signIn(
                                request,
                                Language.of(request)
                                        .of("Mã này không phải của người bán nào.", "This is not a seller's key."))
                        .status(HttpStatus.UNAUTHORIZED));
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> signOut(HttpRequest<?> request, @Nullable @Body Map<String, String> form) {
        return door.act(
                request,
                form,
                _ -> HttpResponse.<String>seeOther(PortalDoor.SIGN_IN).cookie(sessions.close(request)));
    }

    private MutableHttpResponse<String> signIn(HttpRequest<?> request, String trouble) {
        String known = PortalDoor.cookie(request, FORM_COOKIE);
        String bound = known.isEmpty() ? Secrets.newKey("", random) : known;
        return pages.page(
                        request,
                        "portal/signin.jte",
                        Language.of(request).of("Kênh người bán", "Seller portal"),
                        Map.of("trouble", trouble, "token", tokens.issue(bound)))
                .cookie(Cookie.of(FORM_COOKIE, bound)
                        .path("/portal")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite(SameSite.Strict)
                        .maxAge(Duration.ofHours(12)));
    }
}
