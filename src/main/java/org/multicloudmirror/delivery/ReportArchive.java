package org.multicloudmirror.delivery;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a directory of reports from growing for ever, where that is wanted. */
public final class ReportArchive {

    /** As {@link RunReport#archiveName} gives them; nothing else there is touched. */
    private static final Pattern NAME = Pattern.compile("mirror-\\d{8}-\\d{6}-\\d{3}-[^/]+\\.jsonl");

    /** What routes/mirror-report.camel.yaml has in front of a name as long as its file is not whole. */
    private static final String PART = ".part-";

    /** Nobody writes any more to what has not changed for so long. */
    private static final Duration LEFT_FOR = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(ReportArchive.class);

    private final int most;
    private final Optional<Duration> age;

    public ReportArchive(Settings settings) {
        this.most = settings.number(Setting.REPORT_KEEP);
        this.age = settings.age(Setting.REPORT_KEEP_AGE);
    }

    /**
     * Has nothing left of what is not archived to its end: neither by this exchange, whose body is a delivery, nor by
     * those that were killed.
     *
     * @throws IOException when the report is not whole, or the directory cannot be used
     */
    public void prepare(Exchange exchange) throws IOException {
        Delivery delivery = exchange.getMessage().getBody(Delivery.class);
        Path directory = Path.of(delivery.archiveDirectory());
        ReportDirectory.make(directory);
        sweep(directory);
        delivery.archive();
        Path part = directory.resolve(PART + delivery.archiveName());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange ended) {
                removeLeft(part);
            }
        });
    }

    private static void sweep(Path directory) throws IOException {
        Instant oldest = Instant.now().minus(LEFT_FOR);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, PART + "mirror-*")) {
            for (Path part : parts) {
                String name = String.valueOf(part.getFileName()).substring(PART.length());
                if (NAME.matcher(name).matches() && isBefore(oldest, part)) {
                    removeLeft(part);
                }
            }
        }
    }

    /** So is what another run was faster with. */
    private static boolean isBefore(Instant oldest, Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private static void removeLeft(Path part) {
        try {
            if (Files.deleteIfExists(part)) {
                LOG.debug("removed {}, which was not written to its end", part);
            }
        } catch (IOException e) {
            LOG.warn("{} stays, which was not written to its end: {}", part, Reason.of(e));
        }
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
            if ((most == 0 || kept < most) && !isBefore(oldest, report)) {
                kept++;
            } else {
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
