package io.giaovan.edge.page;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Renders templates that were compiled with their module. A full page is a body template inside the house's frame; a
 * fragment is the template alone, for htmx. Every template gets {@code lang} ({@link Language}). Safe for concurrent use.
 */
@Singleton
public final class Pages {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * A whole page.
     *
     * @param template for instance {@code portal/orders.jte}
     * @param title what the browser's tab says
     * @param values the template's parameters, without {@code lang}
     */
    public MutableHttpResponse<String> page(
            HttpRequest<?> request, String template, String title, Map<String, Object> values) {
        Language language = Language.of(request);
        String body = render(template, language, values);
        Content content = output -> output.writeContent(body);
        Map<String, Object> frame = Map.of("lang", language, "title", title, "content", content);
        StringOutput output = new StringOutput();
        engine.render("edge/frame.jte", frame, output);
        MutableHttpResponse<String> response = HttpResponse.ok(output.toString())
                .contentType(MediaType.TEXT_HTML_TYPE)
                .header("Cache-Control", "no-store");
        request.getParameters()
                .getFirst("lang")
                .ifPresent(_ -> response.cookie(Cookie.of("lang", language.code())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .sameSite(SameSite.Lax)));
        return response;
    }

    /** A part of a page. */
    public MutableHttpResponse<String> fragment(HttpRequest<?> request, String template, Map<String, Object> values) {
        return HttpResponse.ok(render(template, Language.of(request), values))
                .contentType(MediaType.TEXT_HTML_TYPE)
                .header("Cache-Control", "no-store");
    }

    private String render(String template, Language language, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("lang", language);
        StringOutput output = new StringOutput();
        engine.render(template, all, output);
        return output.toString();
    }
}
