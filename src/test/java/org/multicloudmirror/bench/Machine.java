package org.multicloudmirror.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the figures were measured on, and with. */
final class Machine {

    private static final long KIB_IN_GIB = 1 << 20;

    private Machine() {}

    /** One line, with rclone where it is there. */
    static String describe(boolean hasRclone) throws IOException {
        return Runtime.getRuntime().availableProcessors() + " cores, " + memoryGib() + " GiB of memory, Java "
                + System.getProperty("java.version")
                + (hasRclone ? ", " + firstLine(List.of("rclone", "version")) : ", no rclone");
    }

    static boolean hasRclone() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "rclone")));
    }

    private static long memoryGib() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            String total = lines.findFirst().orElse("");
            return Math.round(Double.parseDouble(total.replaceAll("\\D", "")) / KIB_IN_GIB);
        }
    }

    private static String firstLine(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
