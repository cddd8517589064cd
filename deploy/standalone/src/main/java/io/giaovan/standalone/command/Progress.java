package io.giaovan.standalone.command;

import java.io.PrintStream;

/**
 * Shows how far long work has come: a bar that redraws itself at a terminal, a plain line for every tenth elsewhere. Not
 * safe for concurrent use.
 */
public final class Progress {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private int shown = -1;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Progress on standard error, with a bar when a person is looking. */
    public static Progress atTerminal() {
        return new Progress(
                System.err, System.console() != null && System.console().isTerminal());
    }

    /**
     * Shows where the work stands.
     *
     * @param share 0 to 1
     * @param what a few words
     */
    public void show(double share, String what) {
        int percent = (int) Math.clamp(share * 100, 0, 100);
        if (terminal) {
            int filled = percent * WIDTH / 100;
            out.printf("\r[%s%s] %3d%%  %-40.40s", "#".repeat(filled), ".".repeat(WIDTH - filled), percent, what);
            out.flush();
        } else if (percent / 10 > shown / 10 || shown < 0) {
            out.println(percent + "% " + what);
        }
        shown = percent;
    }

    /** Ends the line of the bar. */
    public void end() {
        if (terminal && shown >= 0) {
            out.println();
        }
    }
}
