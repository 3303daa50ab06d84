package org.multicloudmirror.observe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of the terminal that stderr is. It may be resized, and Java does not hear of it: it is asked again. */
public final class TerminalWidth implements IntSupplier {

    private static final int USUAL = 80;
    private static final long AGE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ ([1-9]\\d{0,4})");

    private final Supplier<String> size;
    private final LongSupplier nanos;
    private int columns = USUAL;
    private boolean isAsked;
    private long askedAt;

    /** That of this process. */
    public TerminalWidth() {
        this(TerminalWidth::stty, System::nanoTime);
    }

    /**
     * @param size tells rows and columns with a blank between them, or anything else when it cannot
     */
    TerminalWidth(Supplier<String> size, LongSupplier nanos) {
        this.size = size;
        this.nanos = nanos;
    }

    @Override
    public synchronized int getAsInt() {
        long now = nanos.getAsLong();
        if (!isAsked || now - askedAt >= AGE_NANOS) {
            isAsked = true;
            askedAt = now;
            Matcher told = ROWS_AND_COLUMNS.matcher(size.get().strip());
            if (told.matches()) {
                columns = Integer.parseInt(told.group(1));
            }
        }
        return columns;
    }

    private static String stty() {
        try {
            Process stty = new ProcessBuilder("sh", "-c", "stty size <&2 2>/dev/null")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            stty.getOutputStream().close();
            return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }
}
