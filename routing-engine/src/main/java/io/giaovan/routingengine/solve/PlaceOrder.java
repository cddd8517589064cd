package io.giaovan.routingengine.solve;

/**
 * Numbers places along a walk from each to the nearest not yet visited, so that what lies together is kept together: a
 * stop is held against the stops of few routes around it, whose entries then share cache lines of the matrices.
 */
final class PlaceOrder {
    private final int size;
    private final int[] locationOf;
    private final int[] placeOf;

    /** The walk over a matrix of metres. */
    PlaceOrder(int[] metres, int size) {
        this.size = size;
        locationOf = new int[size];
        placeOf = new int[size];
        for (int i = 0; i < size; i++) {
            locationOf[i] = i;
        }
        for (int i = 1; i < size; i++) {
            int row = locationOf[i - 1] * size;
            int nearest = i;
            int least = Integer.MAX_VALUE;
            for (int j = i; j < size; j++) {
                int way = metres[row + locationOf[j]];
                if (way < least) {
                    least = way;
                    nearest = j;
                }
            }
            int next = locationOf[nearest];
            locationOf[nearest] = locationOf[i];
            locationOf[i] = next;
        }
        for (int place = 0; place < size; place++) {
            placeOf[locationOf[place]] = place;
        }
    }

    /** The number of a location of the problem. */
    int placeOf(int location) {
        return placeOf[location];
    }

    /** The location of the problem that has a number. */
    int locationOf(int place) {
        return locationOf[place];
    }

    /** The matrix with rows and columns in this order. */
    int[] arranged(int[] matrix) {
        int[] result = new int[matrix.length];
        for (int i = 0; i < size; i++) {
            int from = locationOf[i] * size;
            int to = i * size;
            for (int j = 0; j < size; j++) {
                result[to + j] = matrix[from + locationOf[j]];
            }
        }
        return result;
    }
}
