package io.giaovan.routingengine.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Hands one client's events to the server as fast as the connection takes them, holding no thread. The client's going away
 * ends it.
 */
final class EventStream implements PlanEvents.Listener, Publisher<PlanEvents.PlanEvent> {
    private final Consumer<PlanEvents.Listener> leave;
    private final Deque<PlanEvents.PlanEvent> waiting = new ArrayDeque<>();
    private @Nullable Subscriber<? super PlanEvents.PlanEvent> client;
    private long wanted;
    private boolean ended;
    private boolean closed;
    private boolean passing;

    /** @param leave called with this when the client has gone */
    EventStream(Consumer<PlanEvents.Listener> leave) {
        this.leave = leave;
    }

    @Override
    public synchronized boolean isReady() {
        return wanted > waiting.size();
    }

    @Override
    public void heard(PlanEvents.PlanEvent event) {
        synchronized (this) {
            waiting.add(event);
        }
        pass();
    }

    @Override
    public void ended() {
        synchronized (this) {
            ended = true;
        }
        pass();
    }

    @Override
    public void subscribe(Subscriber<? super PlanEvents.PlanEvent> subscriber) {
        synchronized (this) {
            if (client != null) {
                throw new IllegalStateException("an event stream has one client");
            }
            client = subscriber;
        }
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long count) {
                want(count);
            }

            @Override
            public void cancel() {
                close();
            }
        });
    }

    private void want(long count) {
        synchronized (this) {
            wanted = count > Long.MAX_VALUE - wanted ? Long.MAX_VALUE : wanted + count;
        }
        pass();
    }

    private void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
        leave.accept(this);
    }

    /** Passes on what may be passed; the calls to the client never overlap and hold no lock. */
    private void pass() {
        while (true) {
            Subscriber<? super PlanEvents.PlanEvent> to;
            PlanEvents.PlanEvent event;
            synchronized (this) {
                to = client;
                boolean over = ended && waiting.isEmpty();
                if (passing || closed || to == null || !over && (waiting.isEmpty() || wanted == 0)) {
                    return;
                }
                event = waiting.poll();
                closed = event == null;
                wanted -= event == null ? 0 : 1;
                passing = true;
            }
            if (event == null) {
                to.onComplete();
            } else {
                to.onNext(event);
            }
            synchronized (this) {
                passing = false;
            }
        }
    }
}
