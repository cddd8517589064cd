package io.giaovan.benchmarks.plan.report;

import io.giaovan.benchmarks.plan.peer.Solver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Mean gap over time as an SVG picture: a line per solver over the instances that all compared solvers solve at a limit, time
 * on a logarithmic scale, each line named at its end and told apart by colour and dashes.
 */
public final class GapChart {
    private static final int WIDTH = 820;
    private static final int HEIGHT = 480;
    private static final int LEFT = 70;
    private static final int RIGHT = 660;
    private static final int TOP = 70;
    private static final int BOTTOM = 410;
    private static final int LABEL_APART = 16;
    private static final int GRID_LINES = 5;
    /** Colours that colour-blind readers tell apart (Okabe and Ito, "Color Universal Design", 2008). */
    private static final String[] COLOURS = {"#000000", "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"
    };

    private static final String[] DASHES = {"", "8 4", "2 4", "8 4 2 4", "14 4", "4 4", "1 3"};

    private final Gaps gaps;
    private final List<Double> limits;
    private final double top;

    private record Point(double x, double y) {}

    private record Line(Solver solver, List<Point> points) {}

    private GapChart(Gaps gaps) {
        this.gaps = gaps;
        limits = gaps.limits();
        top = niceTop(gaps.solvers().stream()
                .flatMap(solver -> limits.stream().map(limit -> gap(solver, limit)))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(1));
    }

    /** The picture as a document. */
    public static String svg(Gaps gaps) {
        return new GapChart(gaps).draw();
    }

    private OptionalDouble gap(Solver solver, double limit) {
        Set<String> common = gaps.common(limit);
        return gaps.compared(limit).contains(solver)
                ? gaps.mean(solver, limit, common::contains)
                : OptionalDouble.empty();
    }

    private String draw() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"13\" role=\"img\">%n",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT));
        svg.append("<title>Mean gap over time</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(
                svg,
                LEFT,
                28,
                "start",
                "Mean gap in percent to the best known value, else to the best plan of the run",
                "font-size=\"16\"");
        text(svg, LEFT, 50, "start", subtitle(), "fill=\"#555\"");
        axes(svg);
        List<Line> lines = new ArrayList<>();
        for (Solver solver : gaps.solvers()) {
            List<Point> points = new ArrayList<>();
            for (double limit : limits) {
                gap(solver, limit).ifPresent(gap -> points.add(new Point(x(limit), y(gap))));
            }
            if (!points.isEmpty()) {
                lines.add(new Line(solver, points));
            }
        }
        lines.forEach(line -> line(svg, line));
        labels(svg, lines);
        return svg.append("</svg>\n").toString();
    }

    private String subtitle() {
        List<String> counts = new ArrayList<>();
        limits.forEach(limit -> counts.add(gaps.common(limit).size() + " at " + GapTable.seconds(limit)));
        return "Instances solved by all solvers shown: " + String.join(", ", counts);
    }

    private void axes(StringBuilder svg) {
        for (int i = 0; i <= GRID_LINES; i++) {
            double value = top * i / GRID_LINES;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
                    LEFT,
                    y(value),
                    RIGHT,
                    y(value)));
            text(svg, LEFT - 8, y(value) + 4, "end", tick(value), "");
        }
        for (double limit : limits) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#999\"/>%n",
                    x(limit),
                    BOTTOM,
                    x(limit),
                    BOTTOM + 6));
            text(svg, x(limit), BOTTOM + 22, "middle", GapTable.seconds(limit), "");
        }
        text(svg, (LEFT + RIGHT) / 2.0, BOTTOM + 46, "middle", "Time limit, from the start of the process", "");
    }

    private static void line(StringBuilder svg, Line line) {
        String colour = COLOURS[line.solver().ordinal() % COLOURS.length];
        StringBuilder points = new StringBuilder();
        line.points().forEach(point -> points.append(String.format(Locale.ROOT, "%.1f,%.1f ", point.x(), point.y())));
        svg.append(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-dasharray=\"%s\"/>%n",
                points.toString().strip(),
                colour,
                line.solver() == Solver.GIAOVAN ? "3" : "2",
                DASHES[line.solver().ordinal() % DASHES.length]));
        line.points()
                .forEach(point -> svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n",
                        point.x(),
                        point.y(),
                        colour)));
    }

    /** Names at the lines' ends, pushed down where they would cover each other. */
    private static void labels(StringBuilder svg, List<Line> lines) {
        List<Line> sorted = lines.stream()
                .sorted(Comparator.comparingDouble(
                        line -> line.points().getLast().y()))
                .toList();
        double free = 0;
        for (Line line : sorted) {
            double y = Math.max(free, line.points().getLast().y());
            text(
                    svg,
                    RIGHT + 14,
                    y + 4,
                    "start",
                    line.solver().key(),
                    "fill=\"" + COLOURS[line.solver().ordinal() % COLOURS.length] + "\"");
            free = y + LABEL_APART;
        }
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text, String more) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n",
                x,
                y,
                anchor,
                more,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }

    private String tick(double value) {
        return String.format(Locale.ROOT, top >= GRID_LINES ? "%.0f" : top >= 0.5 ? "%.1f" : "%.3f", value);
    }

    private double x(double limit) {
        double first = Math.log(limits.getFirst());
        double last = Math.log(limits.getLast());
        return last == first
                ? (LEFT + RIGHT) / 2.0
                : LEFT + (RIGHT - LEFT) * (Math.log(limit) - first) / (last - first);
    }

    private double y(double gap) {
        return BOTTOM - (BOTTOM - TOP) * Math.clamp(gap / top, 0, 1);
    }

    /** The next of 1, 2, 5 times a power of ten. */
    private static double niceTop(double largest) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(largest, 0.01))));
        for (double step : new double[] {1, 2, 5}) {
            if (largest <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
