package org.multicloudmirror.observe;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/** One line of a terminal that overwrites itself. What else may go to the same terminal is printed beside it. */
public final class LiveLine {

    /** One that is nowhere. */
    public static final LiveLine NONE =
            new LiveLine(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), () -> 80);

    private static final String CLEAR = "\r\u001b[K";

    /** Autowrap (DECAWM): where the terminal was made narrower a moment ago, the line ends at its edge. */
    private static final String NO_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintStream terminal;
    private final IntSupplier columns;
    private boolean isShown;

    /**
     * @param columns of the terminal, asked for each line
     */
    public LiveLine(PrintStream terminal, IntSupplier columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    /** Shows a scenario's progress in place of what is shown. */
    synchronized void show(String scenario, ProgressText text) {
        // what fills the last column may wrap
        String line = text.fitted(scenario, Math.max(1, columns.getAsInt() - 1));
        terminal.print(CLEAR + NO_WRAP + line + WRAP);
        terminal.flush();
        isShown = true;
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (isShown) {
            terminal.print(CLEAR);
            terminal.flush();
            isShown = false;
        }
    }

    /** Prints something while the line is away. */
    public synchronized void beside(Runnable printing) {
        clear();
        printing.run();
    }
}
