package io.giaovan.routingengine.model;

/** Names a stop within one problem. */
public record StopId(String value) {
    public StopId {
        Checks.text("stop.id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
