package org.multicloudmirror.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A client under way. A shell around it measures time, which is exact; the peak of its memory is read from
 * {@code /proc} (proc(5), {@code VmHWM}), which costs the client nothing.
 */
final class Watched {

    /** Memory that comes and goes within it, right before the end, is missed. */
    private static final long LOOK_MILLIS = 20;

    private static final String SHELL =
            "times=$1 out=$2; shift 2; TIMEFORMAT='%R %U %S'; { time \"$@\" >\"$out\" 2>&1; } 2>\"$times\"";

    private final Path directory;
    private final Process shell;
    private final long began;
    private long peak;

    private Watched(Path directory, Process shell, long began) {
        this.directory = directory;
        this.shell = shell;
        this.began = began;
    }

    /**
     * Starts a command.
     *
     * @param directory for its output
     */
    static Watched start(List<String> command, Map<String, String> environment, Path directory) throws IOException {
        List<String> all = new ArrayList<>(List.of("bash", "-c", SHELL, "bash"));
        all.add(directory.resolve("times").toString());
        all.add(directory.resolve("output").toString());
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).directory(directory.toFile());
        CleanEnvironment.apply(builder.environment());
        builder.environment().putAll(environment);
        long began = System.currentTimeMillis();
        return new Watched(directory, builder.start(), began);
    }

    /** Looks at it once; false when it has ended meanwhile. */
    boolean look() throws IOException, InterruptedException {
        boolean ended = shell.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        Optional<ProcessHandle> client = client();
        if (client.isPresent()) {
            peak = Math.max(peak, peakOf(client.get().pid()));
        }
        return !ended;
    }

    /** Asks it to end, as an operator would. */
    void terminate() {
        client().ifPresent(ProcessHandle::destroy);
    }

    /** Waits for its end. */
    Usage await() throws IOException, InterruptedException {
        while (look()) {
            // each look waits
        }
        String[] times = Files.readString(directory.resolve("times")).strip().split("\\s+", -1);
        double cpu = Double.parseDouble(times[times.length - 2]) + Double.parseDouble(times[times.length - 1]);
        return new Usage(shell.exitValue(), began, Double.parseDouble(times[times.length - 3]), cpu, peak);
    }

    /** All that it printed. */
    String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }

    private Optional<ProcessHandle> client() {
        return shell.children().findFirst();
    }

    private static long peakOf(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            // it has ended, and has no memory
            return 0;
        }
    }
}
