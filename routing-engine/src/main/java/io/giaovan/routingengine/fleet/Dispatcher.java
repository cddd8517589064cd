package io.giaovan.routingengine.fleet;

/**
 * Who plans a depot's days.
 *
 * @param id 1 to 40 letters, digits, {@code _} and {@code -}
 * @param depot the only depot that the dispatcher sees
 */
public record Dispatcher(String id, DepotId depot) {
    public Dispatcher {
        if (!id.matches("[A-Za-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("dispatcherId: '" + id + "' is not 1 to 40 letters, digits, _ or -");
        }
    }
}
