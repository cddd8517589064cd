"""Runs PyVRP or VROOM on one task: SOLVER TASK MATRIX SECONDS SEED BEGIN_MILLIS ANSWER_FILE.

The task file has a line `size capacity vehicles windows` and then a line per node,
`x y demand ready due service delivery pickup`; the matrix is row-major, 32-bit little-endian.
"""

import datetime
import sys
import time

import numpy


def read(task_file, matrix_file):
    with open(task_file) as lines:
        size, capacity, vehicles, windows = map(int, lines.readline().split())
        rows = [line.split() for line in lines]
    places = [(float(row[0]), float(row[1])) for row in rows]
    nodes = [tuple(map(int, row[2:])) for row in rows]
    matrix = numpy.fromfile(matrix_file, dtype="<i4").reshape(size, size)
    return capacity, vehicles, bool(windows), places, nodes, matrix


def pyvrp_routes(task, left, seed):
    import pyvrp
    import pyvrp.stop

    capacity, vehicles, windows, places, nodes, matrix = task
    clients, shipments, client_of, shipment_of = [], [], [], []
    for i, (demand, ready, due, service, delivery, pickup) in enumerate(nodes):
        if i == 0 or pickup:
            continue
        if delivery:
            _, to_ready, to_due, to_service, _, _ = nodes[delivery]
            shipment_of.append((i, delivery))
            shipments.append(
                pyvrp.Shipment(
                    i, delivery, ready, due, service, to_ready, to_due, to_service, [demand]
                )
            )
        else:
            client_of.append(i)
            clients.append(
                pyvrp.Client(
                    i, delivery=[demand], service_duration=service, tw_early=ready, tw_late=due
                )
            )
    _, opens, closes, _, _, _ = nodes[0]
    exact = matrix.astype(numpy.int64)
    data = pyvrp.ProblemData(
        [pyvrp.Location(x, y) for x, y in places],
        clients,
        [pyvrp.Depot(0, tw_early=opens, tw_late=closes)],
        [pyvrp.VehicleType(vehicles, [capacity], tw_early=opens, tw_late=closes)],
        [exact],
        [exact if windows else numpy.zeros_like(exact)],
        [],
        shipments,
    )
    result = pyvrp.solve(
        data, stop=pyvrp.stop.MaxRuntime(left()), seed=seed, collect_stats=False, display=False
    )

    def node(step):
        if step.is_client():
            return client_of[step.idx]
        return shipment_of[step.idx][0 if step.is_pickup() else 1]

    return [
        [node(step) for step in route.schedule() if not step.is_depot()]
        for route in result.best.routes()
    ]


def vroom_routes(task, left, seed):
    import vroom

    capacity, vehicles, windows, places, nodes, matrix = task
    _, opens, closes, _, _, _ = nodes[0]
    problem = vroom.Input()
    problem.set_durations_matrix("car", matrix.astype(numpy.uint32))
    for vehicle in range(vehicles):
        problem.add_vehicle(
            vroom.Vehicle(
                vehicle + 1,
                start=0,
                end=0,
                capacity=[capacity],
                time_window=vroom.TimeWindow(opens, closes) if windows else None,
            )
        )

    def times(ready, due):
        return [vroom.TimeWindow(ready, due)] if windows else []

    for i, (demand, ready, due, service, delivery, pickup) in enumerate(nodes):
        if i == 0 or pickup:
            continue
        if delivery:
            _, to_ready, to_due, to_service, _, _ = nodes[delivery]
            problem.add_shipment(
                vroom.ShipmentStep(
                    i, location=i, default_service=service, time_windows=times(ready, due)
                ),
                vroom.ShipmentStep(
                    delivery,
                    location=delivery,
                    default_service=to_service,
                    time_windows=times(to_ready, to_due),
                ),
                amount=vroom.Amount([demand]),
            )
        else:
            problem.add_job(
                vroom.Job(
                    i,
                    location=i,
                    default_service=service,
                    delivery=[demand],
                    time_windows=times(ready, due),
                )
            )
    solution = problem.solve(
        exploration_level=5, nb_threads=1, timeout=datetime.timedelta(seconds=left())
    )
    routes = {}
    for vehicle, kind, job in zip(
        solution.routes["vehicle_id"], solution.routes["type"], solution.routes["id"]
    ):
        if kind in ("job", "pickup", "delivery"):
            routes.setdefault(vehicle, []).append(int(job))
    return list(routes.values())


def main():
    solver, task_file, matrix_file, seconds, seed, begin, answer = sys.argv[1:]
    ends = int(begin) / 1000 + float(seconds) - 0.03

    def left():
        return max(0.001, ends - time.time())

    run = {"PYVRP": pyvrp_routes, "VROOM": vroom_routes}[solver]
    routes = run(read(task_file, matrix_file), left, int(seed))
    with open(answer, "w") as lines:
        for number, route in enumerate(routes, 1):
            lines.write(f"Route #{number}: " + " ".join(map(str, route)) + "\n")


main()
