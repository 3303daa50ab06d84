package org.multicloudmirror.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the figures were measured on, and with. */
final class Machine {

    private static final long KIB_IN_GIB = 1 << 20;

    private Machine() {}

    /** One line, with rclone where it is there, and what speaks TLS before the load server. */
    static String describe(boolean hasRclone, TlsEnd tls) throws IOException {
        return Runtime.getRuntime().availableProcessors() + " cores, " + memoryGib() + " GiB of memory, Java "
                + System.getProperty("java.version")
                + (hasRclone ? ", " + firstLine(List.of("rclone", "version")) : ", no rclone") + ", TLS end: "
                + tls.name();
    }

    /** Where a program is installed. */
    static Optional<Path> program(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        // where Debian has servers
        return Stream.of((path + ":/usr/sbin").split(":", -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
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
