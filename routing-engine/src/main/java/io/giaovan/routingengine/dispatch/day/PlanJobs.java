package io.giaovan.routingengine.dispatch.day;

import io.giaovan.routingengine.dispatch.DispatchSettings;
import io.giaovan.routingengine.dispatch.PlanId;
import io.giaovan.routingengine.travel.TravelTimes;
import io.giaovan.store.document.StoreSettings;
import io.giaovan.store.outbox.UnfinishedWork;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.event.ApplicationStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off planning jobs and half-done releases, those of a process that died included. A job is claimed by a lease, so
 * that engines can be added by starting more of them.
 */
@Context
@Requires(beans = TravelTimes.class)
public final class PlanJobs implements UnfinishedWork, ApplicationEventListener<ApplicationStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(PlanJobs.class);
    private static final long POLL_MILLIS = 1_000;

    private final Plans plans;
    private final PlanDesk desk;
    private final PlanWorker worker;
    private final PlanRelease release;
    private final DispatchSettings settings;
    private final boolean soleOwner;
    private final Clock wall;
    private final String process = UUID.randomUUID().toString();
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopping;

    PlanJobs(
            Plans plans,
            PlanDesk desk,
            PlanWorker worker,
            PlanRelease release,
            DispatchSettings settings,
            StoreSettings store,
            @Named("wall") Clock wall) {
        this.plans = plans;
        this.desk = desk;
        this.worker = worker;
        this.release = release;
        this.settings = settings;
        this.soleOwner = store.soleOwner();
        this.wall = wall;
    }

    @Override
    public void onApplicationEvent(ApplicationStartupEvent event) {
        if (soleOwner) {
            plans.listUnfinished().forEach(plans::free);
        }
        for (int i = 0; i < settings.plansAtOnce(); i++) {
            Thread.ofPlatform().name("plan-jobs-" + i).daemon().start(this::run);
        }
    }

    /** There is a new job. */
    public void wake() {
        news.release();
    }

    @Override
    public String name() {
        return "planning jobs";
    }

    @Override
    public long unfinished() {
        return plans.listUnfinished().size();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        news.release(settings.plansAtOnce());
    }

    private void run() {
        while (!stopping) {
            try {
                if (news.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
                for (PlanId id : plans.listUnfinished()) {
                    if (!stopping && !release.isUnderWay(id)) {
                        runJob(id);
                    }
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException trouble) {
                if (!stopping) {
                    LOG.warn("planning jobs will be looked at again: {}", trouble.toString());
                }
            }
        }
    }

    private void runJob(PlanId id) {
        Duration lease = Duration.ofSeconds(settings.secondsMax()).plus(settings.planLease());
        if (!plans.claim(id, process, wall.instant(), lease)) {
            return;
        }
        try {
            switch (desk.get(id).state()) {
                case PlanState.Solving _ -> worker.work(id);
                case PlanState.Releasing _ -> release.release(id);
                case PlanState.Proposed _, PlanState.Released _, PlanState.Discarded _, PlanState.Failed _ -> {}
            }
        } catch (RuntimeException trouble) {
            LOG.error("plan {} failed", id, trouble);
            desk.solved(id, new PlanState.Failed("Planning failed; the cause is in our log"));
        }
    }
}
