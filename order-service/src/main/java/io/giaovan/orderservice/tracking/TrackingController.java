package io.giaovan.orderservice.tracking;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.page.Language;
import io.giaovan.edge.page.Pages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The buyer's page: whoever has the link may look, nothing on it is personal, and it works without scripts. */
@Controller("/track")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TrackingController {
    private final Tracking tracking;
    private final Pages pages;
    private final Clock clock;

    TrackingController(Tracking tracking, Pages pages, Clock clock) {
        this.tracking = tracking;
        this.pages = pages;
        this.clock = clock;
    }

    @Get("/{token}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request, String token) {
        Language lang = Language.of(request);
        Optional<TrackingView> view = tracking.find(token);
        if (view.isEmpty()) {
            return unknown(request, lang);
        }
        String choice = request.getParameters().getFirst("messages").orElse("");
        return pages.page(
                        request,
                        "tracking/page.jte",
                        lang.of("Theo dõi đơn hàng", "Track your order"),
                        values(view.get(), token, choice))
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer");
    }

    /** The part that changes, for pages that refresh themselves. */
    @Get("/{token}/now")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> now(HttpRequest<?> request, String token) {
        TrackingView view = tracking.find(token).orElseThrow(() -> ProblemException.notFound("order", "here"));
        return pages.fragment(request, "tracking/now.jte", Map.of("view", view, "token", token, "at", clock.instant()));
    }

    private HttpResponse<?> unknown(HttpRequest<?> request, Language lang) {
        boolean wantsPage = request.getHeaders().accept().stream()
                .anyMatch(type -> type.getName().equals(MediaType.TEXT_HTML));
        if (!wantsPage) {
            throw ProblemException.notFound("order", "here");
        }
        return pages.page(request, "tracking/unknown.jte", lang.of("Không tìm thấy", "Not found"), Map.of())
                .status(HttpStatus.NOT_FOUND);
    }

    private Map<String, Object> values(TrackingView view, String token, String choice) {
        return Map.of("view", view, "token", token, "choice", choice, "at", clock.instant());
    }
}
