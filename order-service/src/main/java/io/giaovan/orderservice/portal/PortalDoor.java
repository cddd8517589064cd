package io.giaovan.orderservice.portal;

import io.giaovan.contracts.merchant.MerchantId;
import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.page.Language;
import io.giaovan.edge.page.Pages;
import io.giaovan.orderservice.access.SellerSessions;
import io.giaovan.orderservice.merchant.Merchant;
import io.giaovan.orderservice.merchant.Merchants;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets sellers in: without a session there is the sign-in page, without a form's token there is a refusal, and what a
 * room refuses becomes a page that says so.
 */
@Singleton
final class PortalDoor {
    static final URI SIGN_IN = URI.create("/portal");

    private final SellerSessions sessions;
    private final FormTokens tokens;
    private final Merchants merchants;
    private final Pages pages;

    PortalDoor(SellerSessions sessions, FormTokens tokens, Merchants merchants, Pages pages) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.merchants = merchants;
        this.pages = pages;
    }

    /** Something to show to a signed-in seller. */
    HttpResponse<String> show(HttpRequest<?> request, Function<Visit, MutableHttpResponse<String>> page) {
        Optional<Visit> visit = visit(request);
        if (visit.isEmpty()) {
            return askedByScript(request)
                    ? HttpResponse.<String>ok("").header("HX-Redirect", SIGN_IN.toString())
                    : HttpResponse.seeOther(SIGN_IN);
        }
        try {
            return page.apply(visit.get());
        } catch (ProblemException refused) {
            return refusal(request, refused);
        }
    }

    /** Something to do for a signed-in seller who sent a form of ours. */
    HttpResponse<String> act(
            HttpRequest<?> request,
            @Nullable Map<String, String> form,
            Function<Visit, MutableHttpResponse<String>> deed) {
        return show(request, visit -> {
            String token = form == null ? null : form.get("token");
            if (!tokens.fits(cookie(request, SellerSessions.COOKIE), token)) {
                throw outOfDate();
            }
            return deed.apply(visit);
        });
    }

    /** A whole page inside the portal's frame. */
    MutableHttpResponse<String> page(Visit visit, String template, String title, Map<String, Object> values) {
        return pages.page(visit.request(), template, title, with(visit, values));
    }

    /** A part of a page. */
    MutableHttpResponse<String> fragment(Visit visit, String template, Map<String, Object> values) {
        return pages.fragment(visit.request(), template, with(visit, values));
    }

    /** A page that says what was refused, for whoever asked. */
    MutableHttpResponse<String> refusal(HttpRequest<?> request, ProblemException refused) {
        Language language = Language.of(request);
        return pages.page(
                        request,
                        "portal/refused.jte",
                        language.of("Không thực hiện được", "Refused"),
                        Map.of("code", refused.code(), "detail", String.valueOf(refused.getMessage())))
                .status(HttpStatus.valueOf(refused.code().status()));
    }

    static ProblemException outOfDate() {
        return new ProblemException(
                ErrorCode.FORBIDDEN, "token: the form is out of date or not ours; load the page again");
    }

    static String cookie(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue).orElse("");
    }

    private Optional<Visit> visit(HttpRequest<?> request) {
        return sessions.find(request).flatMap(merchants::find).map(merchant -> visit(request, merchant.id(), merchant));
    }

    private Visit visit(HttpRequest<?> request, MerchantId merchantId, Merchant merchant) {
        return new Visit(request, merchantId, merchant.name(), tokens.issue(cookie(request, SellerSessions.COOKIE)));
    }

    private static boolean askedByScript(HttpRequest<?> request) {
        return request.getHeaders().contains("HX-Request");
    }

    private static Map<String, Object> with(Visit visit, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("visit", visit);
        return all;
    }
}
