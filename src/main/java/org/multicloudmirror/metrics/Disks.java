package org.multicloudmirror.metrics;

import static org.multicloudmirror.metrics.Family.gauge;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How full the file systems are that the service writes to. */
public final class Disks {

    private static final Logger LOG = LoggerFactory.getLogger(Disks.class);

    private final Map<String, Path> directories;

    /**
     * @param directories by what they are for; one that is missing yet is looked for at its nearest parent
     */
    public Disks(Map<String, Path> directories) {
        this.directories = new TreeMap<>(directories);
    }

    List<MetricSnapshot> families() {
        Family<GaugeDataPointSnapshot> free = gauge(
                "mirror_filesystem_free_bytes", "What the service may still write where it keeps things of this use.");
        Family<GaugeDataPointSnapshot> size =
                gauge("mirror_filesystem_size_bytes", "How large the file system is where it keeps them.");
        directories.forEach((use, directory) -> present(directory).ifPresent(place -> {
            try {
                FileStore store = Files.getFileStore(place);
                String[] labels = {"use", use, "directory", directory.toString()};
                free.add(store.getUsableSpace(), labels);
                size.add(store.getTotalSpace(), labels);
            } catch (IOException e) {
                LOG.debug("the space of {} cannot be told", place, e);
            }
        }));
        return List.of(free.snapshot(), size.snapshot());
    }

    private static Optional<Path> present(Path directory) {
        Path place = directory.toAbsolutePath();
        while (place != null && !Files.isDirectory(place)) {
            place = place.getParent();
        }
        return Optional.ofNullable(place);
    }
}
