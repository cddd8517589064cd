package io.giaovan.integrations.channel.chogo;

import io.giaovan.integrations.sync.inbox.Message;
import jakarta.inject.Singleton;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;

/**
 * A kept push → the order as it is now → taken in, cancelled, or left alone. Duplicates, tries, back-off and parking are
 * the inbox's, which hands over one push of a shop after the other and keeps it until this flow is through.
 */
@Singleton
final class ChogoOrderImportFlow extends RouteBuilder {
    private final ChogoImport steps;

    ChogoOrderImportFlow(ChogoImport steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:chogo-order-import")
                .routeId("chogo-order-import")
                .removeHeaders("*")
                .id("chogo-order-strip")
                .transform()
                .body(Message.class, steps::read)
                .id("chogo-order-read")
                .transform()
                .body(ChogoImport.Changed.class, steps::fetch)
                .id("chogo-order-fetch")
                .choice()
                .id("chogo-order-decide")
                .when(asks(ImportStep.ACCEPT))
                .to("direct:chogo-order-accept")
                .when(asks(ImportStep.ANSWER_CANCELLATION))
                .to("direct:chogo-order-answer-cancellation")
                .when(asks(ImportStep.CANCEL))
                .to("direct:chogo-order-cancel")
                .when(asks(ImportStep.ALERT))
                .to("direct:chogo-order-alert")
                .end();

        from("direct:chogo-order-accept")
                .routeId("chogo-order-accept")
                .process()
                .body(ChogoImport.Seen.class, steps::accept)
                .id("chogo-order-hand-over");

        from("direct:chogo-order-answer-cancellation")
                .routeId("chogo-order-answer-cancellation")
                .process()
                .body(ChogoImport.Seen.class, steps::answerCancellation)
                .id("chogo-order-answer");

        from("direct:chogo-order-cancel")
                .routeId("chogo-order-cancel")
                .process()
                .body(ChogoImport.Seen.class, steps::cancel)
                .id("chogo-order-take-back");

        from("direct:chogo-order-alert")
                .routeId("chogo-order-alert")
                .process()
                .body(ChogoImport.Seen.class, steps::alert)
                .id("chogo-order-tell-a-person");
    }

    private static Predicate asks(ImportStep step) {
        return exchange -> exchange.getMessage().getBody() instanceof ChogoImport.Seen seen && seen.step() == step;
    }
}
