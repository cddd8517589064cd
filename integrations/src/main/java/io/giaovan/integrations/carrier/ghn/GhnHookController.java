package io.giaovan.integrations.carrier.ghn;

import io.giaovan.contracts.problem.ErrorCode;
import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.integrations.sync.Flows;
import io.giaovan.integrations.sync.SyncSettings;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** Where GHN sends its notices. The answer is 200 as soon as the notice is kept. */
@Controller("/hooks/ghn")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GhnHookController {
    private final Flows flows;
    private final SyncSettings settings;

    GhnHookController(Flows flows, SyncSettings settings) {
        this.flows = flows;
        this.settings = settings;
    }

    @Post("/{secret}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> notice(String secret, @Body byte @Nullable [] body) {
        byte[] raw = body == null ? new byte[0] : body;
        if (raw.length > settings.bodyBytesMax()) {
            throw new ProblemException(
                    ErrorCode.BODY_TOO_LARGE,
                    "The body has " + raw.length + " bytes, allowed are " + settings.bodyBytesMax());
        }
        flows.send("ghn-notice", new GhnNotices.RawNotice(secret, raw));
        return HttpResponse.ok();
    }
}
