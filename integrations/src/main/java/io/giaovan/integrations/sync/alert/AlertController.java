package io.giaovan.integrations.sync.alert;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** Shows what a person should look at. */
@Controller("/internal/alerts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AlertController {
    private static final int SHOWN_MAX = 200;

    private final Alerts alerts;

    AlertController(Alerts alerts) {
        this.alerts = alerts;
    }

    record AlertList(List<Alerts.Alert> alerts) {}

    @Get
    AlertList list() {
        return new AlertList(alerts.list(SHOWN_MAX));
    }
}
