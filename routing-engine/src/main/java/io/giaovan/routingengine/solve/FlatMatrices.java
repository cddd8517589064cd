package io.giaovan.routingengine.solve;

import io.giaovan.routingengine.travel.TravelMatrix;

/** Matrices in the shape the search wants: row-major ints, and the same transposed so that a column is a row. */
final class FlatMatrices {
    private FlatMatrices() {}

    /** The transposed matrix, or the matrix itself when it is symmetric. */
    static int[] transposed(int[] matrix, int size) {
        if (isSymmetric(matrix, size)) {
            return matrix;
        }
        int[] result = new int[matrix.length];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                result[j * size + i] = matrix[i * size + j];
            }
        }
        return result;
    }

    private static boolean isSymmetric(int[] matrix, int size) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                if (matrix[i * size + j] != matrix[j * size + i]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The matrix with one more place, which is no way from anywhere. */
    static int[] withFreePlace(int[] matrix, int size) {
        int[] result = new int[(size + 1) * (size + 1)];
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix, i * size, result, i * (size + 1), size);
        }
        return result;
    }

    /** The largest entry that is a real way. */
    static long largest(int[] matrix) {
        int largest = 0;
        for (int entry : matrix) {
            if (entry < TravelMatrix.UNREACHABLE && entry > largest) {
                largest = entry;
            }
        }
        return largest;
    }

    private static boolean hasGap(int[] matrix) {
        for (int entry : matrix) {
            if (entry >= TravelMatrix.UNREACHABLE) {
                return true;
            }
        }
        return false;
    }

    /** Whether any order of stops could come too late for anything. */
    static boolean timeBinds(FlatBuilder b) {
        int n = b.stopOf.length;
        for (int kind = 0; kind < b.metres.length; kind++) {
            if (hasGap(b.seconds[kind])) {
                return true;
            }
            long longest = largest(b.seconds[kind]);
            long all = longest;
            for (int node = 0; node < n; node++) {
                if (b.early[kind][node] > 0) {
                    return true;
                }
                all += longest + b.service[kind][node];
            }
            for (int v = 0; v < b.vehicleOf.length; v++) {
                if (b.departFrom[v] + all > b.lastSecond[v]) {
                    return true;
                }
                for (int node = 0; node < n && v == 0; node++) {
                    if (b.departFrom[v] + all > b.late[kind][node]) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
