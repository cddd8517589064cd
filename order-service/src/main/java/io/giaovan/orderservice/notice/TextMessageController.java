package io.giaovan.orderservice.notice;

import io.giaovan.contracts.place.Contact;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;

/** Shows what the sandbox sent to a phone; for the house only. */
@Controller("/internal/text-messages")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TextMessageController {
    private static final int SHOWN_MAX = 100;

    private final TextMessages messages;

    TextMessageController(TextMessages messages) {
        this.messages = messages;
    }

    record SentMessage(Instant at, String orderId, String text) {}

    record SentMessages(List<SentMessage> messages) {}

    @Get
    SentMessages list(@QueryValue String phone) {
        String number = new Contact("-", phone).phone();
        return new SentMessages(messages.list(number, SHOWN_MAX).stream()
                .map(message -> new SentMessage(message.at(), message.orderId().value(), message.text()))
                .toList());
    }
}
