package io.giaovan.integrations.channel.chogo;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.integrations.sync.Flows;
import io.giaovan.integrations.sync.SyncSettings;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Where the marketplace pushes to. The answer is 200 and empty as soon as the push is kept. */
@Controller("/hooks/chogo")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChogoHookController {
    private final Flows flows;
    private final SyncSettings settings;

    ChogoHookController(Flows flows, SyncSettings settings) {
        this.flows = flows;
        this.settings = settings;
    }

    @Post("/{shopId}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> push(
            String shopId, @Nullable @Header("Authorization") String authorization, @Body byte @Nullable [] body) {
        byte[] raw = body == null ? new byte[0] : body;
        if (raw.length > settings.bodyBytesMax()) {
            throw new ProblemException(
                    ErrorCode.BODY_TOO_LARGE,
                    "The body has " + raw.length + " bytes, allowed are " + settings.bodyBytesMax());
        }
        flows.send("chogo-push", new ChogoPush(shopId, authorization, raw));
        return HttpResponse.ok();
    }
}
