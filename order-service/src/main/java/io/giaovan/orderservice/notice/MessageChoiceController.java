package io.giaovan.orderservice.notice;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.orderservice.order.Order;
import io.giaovan.orderservice.tracking.Tracking;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;

/** Lets a buyer choose on the tracking page whether this seller may write text messages. */
@Controller("/track/{token}/messages")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MessageChoiceController {
    private final Tracking tracking;
    private final MongoSilence silence;

    MessageChoiceController(Tracking tracking, MongoSilence silence) {
        this.tracking = tracking;
        this.silence = silence;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(String token, @Body Map<String, String> form) {
        Order order = tracking.findOrder(token).orElseThrow(() -> ProblemException.notFound("order", "here"));
        String phone = order.purchase().buyer().phone();
        String choice = form.getOrDefault("choice", "");
        switch (choice) {
            case "stop" -> silence.ask(order.merchantId(), phone);
            case "start" -> silence.end(order.merchantId(), phone);
            default -> throw ProblemException.invalid("choice", choice, "is not stop or start");
        }
        return HttpResponse.seeOther(URI.create("/track/" + token + "?messages=" + choice));
    }
}
