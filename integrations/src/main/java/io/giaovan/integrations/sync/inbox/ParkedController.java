package io.giaovan.integrations.sync.inbox;

import io.giaovan.contracts.problem.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** Shows what waits for a person and sets it going again. */
@Controller("/internal/parked")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ParkedController {
    private static final int SHOWN_MAX = 200;

    private final Inbox inbox;

    ParkedController(Inbox inbox) {
        this.inbox = inbox;
    }

    record ParkedList(List<ParkedMessage> parked) {}

    /** The {@value #SHOWN_MAX} oldest parked messages. */
    @Get
    ParkedList list() {
        return new ParkedList(inbox.listParked(SHOWN_MAX));
    }

    @Post("/{id}/replay")
    @Status(HttpStatus.ACCEPTED)
    void replay(String id) {
        if (!inbox.replay(id)) {
            throw ProblemException.notFound("parked message", id);
        }
    }
}
