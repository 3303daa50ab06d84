package org.multicloudmirror.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a directory of reports from growing for ever, where that is wanted. */
public final class ReportArchive {

    /** As {@link RunReport#archiveName} gives them; nothing else there is touched. */
    private static final Pattern NAME = Pattern.compile("mirror-\\d{8}-\\d{6}-\\d{3}-[^/]+\\.jsonl");

    private static final Logger LOG = LoggerFactory.getLogger(ReportArchive.class);

    private final int most;
    private final Optional<Duration> age;

    public ReportArchive(Settings settings) {
        this.most = settings.number(Setting.REPORT_KEEP);
        this.age = settings.age(Setting.REPORT_KEEP_AGE);
    }

    /**
     * Removes the reports of a directory that are too many or too old.
     *
     * @throws IOException when one cannot be removed
     */
    public void prune(String directory) throws IOException {
        if (most == 0 && age.isEmpty()) {
            return;
        }
        Instant oldest = age.map(Instant.now()::minus).orElse(Instant.MIN);
        int kept = 0;
        for (Path report : newestFirst(Path.of(directory))) {
            boolean isKept = (most == 0 || kept < most)
                    && !Files.getLastModifiedTime(report).toInstant().isBefore(oldest);
            if (isKept) {
                kept++;
            } else {
                // another run may have been faster
                Files.deleteIfExists(report);
                LOG.debug("removed the report {}", report);
            }
        }
    }

    /** Their names begin with the time. */
    private static List<Path> newestFirst(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            NAME.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
