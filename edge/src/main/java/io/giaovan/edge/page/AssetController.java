package io.giaovan.edge.page;

import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Serves style sheets and scripts: our own below {@code /assets/}, and three libraries from their WebJars. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class AssetController {
    private static final Map<String, String> WEBJARS = Map.of(
            "ol.js", "ol/10.7.0/dist/ol.js",
            "ol.css", "ol/10.7.0/ol.css",
            "htmx.js", "htmx.org/2.0.10/dist/htmx.min.js",
            "sse.js", "htmx-ext-sse/2.2.2/sse.js");

    @Get("/webjars/{name}")
    HttpResponse<byte[]> webJar(String name) {
        String path = WEBJARS.get(name);
        if (path == null) {
            throw ProblemException.notFound("asset", name);
        }
        return serve("META-INF/resources/webjars/" + path, name);
    }

    @Get("/assets/{room}/{name}")
    HttpResponse<byte[]> asset(String room, String name) {
        if (!room.matches("[a-z]{1,40}") || !name.matches("[a-z0-9-]{1,60}\\.(css|js|svg)")) {
            throw ProblemException.notFound("asset", name);
        }
        return serve("assets/" + room + "/" + name, name);
    }

    private static HttpResponse<byte[]> serve(String resource, String name) {
        try (InputStream stream = AssetController.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw ProblemException.notFound("asset", name);
            }
            return HttpResponse.ok(stream.readAllBytes())
                    .contentType(MediaType.forFilename(name))
                    .header("Cache-Control", "public, max-age=3600");
        } catch (IOException broken) {
            throw new UncheckedIOException("asset " + name + " cannot be read", broken);
        }
    }
}
