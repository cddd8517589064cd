package io.giaovan.paymentgateway.sandbox.wallet;

import io.giaovan.contracts.problem.ProblemException;
import io.giaovan.edge.access.BearerKey;
import io.giaovan.paymentgateway.sandbox.SandboxFaults;
import io.giaovan.paymentgateway.sandbox.SandboxKeys;
import io.giaovan.paymentgateway.sandbox.SandboxSettlement;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.Map;

/** The wallets' app for buyers: a page with two buttons. And the controls of the sandbox. */
@Controller("/sandbox/wallet")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WalletAppController {
    private final WalletProvider provider;
    private final MongoWalletBooks books;
    private final SandboxKeys keys;

    WalletAppController(WalletProvider provider, MongoWalletBooks books, SandboxKeys keys) {
        this.provider = provider;
        this.books = books;
        this.keys = keys;
    }

    @Get(value = "/app/{form}/{order}", produces = MediaType.TEXT_HTML)
    String page(String form, String order) {
        WalletOrder open = get(form, order);
        return """
                <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Ví thử nghiệm · Sandbox wallet</title></head>
                <body><h1>Ví thử nghiệm · Sandbox wallet</h1><p>%s · %,d VND · %s</p>
                <form method="post" action="/sandbox/wallet/app/%s/%s/approve"><button>Thanh toán · Pay</button></form>
                <form method="post" action="/sandbox/wallet/app/%s/%s/decline"><button>Từ chối · Decline</button></form>
                </body></html>""".formatted(
                        open.form().wireName(),
                        open.amount(),
                        open.status(),
                        open.form().wireName(),
                        open.id(),
                        open.form().wireName(),
                        open.id());
    }

    @Post(value = "/app/{form}/{order}/approve", consumes = MediaType.ALL)
    HttpResponse<?> approve(String form, String order) {
        return answered(get(form, order), true);
    }

    @Post(value = "/app/{form}/{order}/decline", consumes = MediaType.ALL)
    HttpResponse<?> decline(String form, String order) {
        return answered(get(form, order), false);
    }

    private HttpResponse<?> answered(WalletOrder order, boolean approved) {
        boolean done = provider.answer(order, approved);
        WalletOrder now = provider.get(order.form(), order.id()).orElseThrow();
        Map<String, Object> body = Map.of("order", now.id(), "status", now.status(), "returnUrl", now.returnUrl());
        return done
                ? HttpResponse.ok(body)
                : HttpResponse.status(io.micronaut.http.HttpStatus.CONFLICT).body(body);
    }

    @Post("/{form}/faults")
    SandboxFaults.Script script(HttpRequest<?> request, String form, @Body SandboxFaults.Wanted wanted) {
        keys.checkControl(BearerKey.get(request));
        return provider.faults(form(form)).play(wanted.toScript());
    }

    @Get("/{form}/books")
    Map<String, Object> books(HttpRequest<?> request, String form) {
        keys.checkControl(BearerKey.get(request));
        return Map.of("taken", books.taken(form(form)));
    }

    /** What was taken and given back on a day, as CSV. */
    @Get(value = "/{form}/settlement", produces = "text/csv")
    String settlement(HttpRequest<?> request, String form, @QueryValue String day) {
        keys.checkControl(BearerKey.get(request));
        SandboxSettlement file = new SandboxSettlement(day);
        books.settle(form(form), file);
        return file.csv();
    }

    private WalletOrder get(String form, String order) {
        return provider.get(form(form), order).orElseThrow(() -> ProblemException.notFound("order", order));
    }

    private static WalletForm form(String name) {
        return Arrays.stream(WalletForm.values())
                .filter(form -> form.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("wallet", name));
    }
}
