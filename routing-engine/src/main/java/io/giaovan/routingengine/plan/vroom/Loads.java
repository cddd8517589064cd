package io.giaovan.routingengine.plan.vroom;

import java.util.List;

/** Counts what is on board, what was delivered and what was collected on one route, per dimension. */
final class Loads {
    private final int[] onBoard;
    private final int[] delivered;
    private final int[] collected;

    /** A vehicle that sets out with what the jobs on its route get; a shipment's goods are fetched on the way. */
    Loads(int dimensions, List<VroomTask> tasks) {
        onBoard = new int[dimensions];
        delivered = new int[dimensions];
        collected = new int[dimensions];
        tasks.stream().filter(VroomTask::isJob).forEach(job -> add(onBoard, job.delivery(), 1));
    }

    void serve(VroomTask task) {
        add(onBoard, task.delivery(), -1);
        add(delivered, task.delivery(), 1);
        add(onBoard, task.pickup(), 1);
        add(collected, task.pickup(), 1);
    }

    int[] onBoard() {
        return onBoard.clone();
    }

    int[] delivered() {
        return delivered.clone();
    }

    int[] collected() {
        return collected.clone();
    }

    /** Whether more is on board than allowed; an empty limit allows everything. */
    boolean isAbove(List<Integer> limit) {
        for (int i = 0; i < limit.size(); i++) {
            if (onBoard[i] > limit.get(i)) {
                return true;
            }
        }
        return false;
    }

    private static void add(int[] sums, List<Integer> amounts, int sign) {
        for (int i = 0; i < amounts.size(); i++) {
            sums[i] += sign * amounts.get(i);
        }
    }
}
