package org.multicloudmirror.metrics;

import static org.multicloudmirror.metrics.Family.counter;
import static org.multicloudmirror.metrics.Family.gauge;

import com.sun.management.UnixOperatingSystemMXBean;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multicloudmirror.settings.Version;

/** What Prometheus' own libraries tell of a process, under the names that they have for it. */
final class ProcessFamilies {

    private static final double NANOS = 1e9;
    private static final long KIBI = 1024;
    private static final String RESIDENT = "VmRSS:";

    private ProcessFamilies() {}

    static List<MetricSnapshot> now() {
        List<MetricSnapshot> families = new ArrayList<>();
        families.add(gauge("mirror_build_info", "1, with the version of the program and of Java.")
                .add(1, "version", Version.current(), "java", Runtime.version().toString())
                .snapshot());
        families.add(gauge("process_start_time_seconds", "When the process began, in seconds since 1970.")
                .add(Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()))
                .snapshot());
        families.add(gauge("jvm_available_processors", "Processors that Java may use.")
                .add(Runtime.getRuntime().availableProcessors())
                .snapshot());
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        if (system instanceof UnixOperatingSystemMXBean unix) {
            families.add(counter("process_cpu_seconds", "CPU time that the process has taken.")
                    .add(unix.getProcessCpuTime() / NANOS)
                    .snapshot());
            families.add(gauge("process_open_fds", "Open file descriptors.")
                    .add(unix.getOpenFileDescriptorCount())
                    .snapshot());
            families.add(gauge("process_max_fds", "How many file descriptors may be open.")
                    .add(unix.getMaxFileDescriptorCount())
                    .snapshot());
        }
        resident()
                .ifPresent(
                        bytes -> families.add(gauge("process_resident_memory_bytes", "Memory that the process holds.")
                                .add(bytes)
                                .snapshot()));
        return families;
    }

    /** As Linux tells it (proc(5), {@code /proc/pid/status}). */
    private static Optional<Long> resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
                    .findFirst();
        } catch (IOException e) {
            // no Linux
            return Optional.empty();
        }
    }
}
