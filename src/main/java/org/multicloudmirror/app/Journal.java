package org.multicloudmirror.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.Outcome;
import org.multicloudmirror.mirror.Report;
import org.multicloudmirror.mirror.Summary;
import org.multicloudmirror.report.CsvAttachment;
import org.multicloudmirror.report.JsonLines;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each outcome down as it comes: to the report file, and to the mail's attachment. A disk that is full stops
 * the writing, not the mirroring; {@link #problem} then says so.
 */
public final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final @Nullable Path lines;
    private final boolean linesAreTemporary;
    private final @Nullable Path table;
    private final @Nullable JsonLines jsonLines;
    private final @Nullable CsvAttachment csv;
    private volatile @Nullable String problem;

    /**
     * Opens what the settings ask for.
     *
     * @throws InvalidSettingException when the report file cannot be made
     */
    public Journal(Settings settings, boolean mailIsWanted) {
        String file = settings.text(Setting.REPORT);
        boolean isArchived = !settings.text(Setting.REPORT_DIR).isEmpty();
        this.linesAreTemporary = file.isEmpty() && isArchived;
        try {
            this.lines = linesAreTemporary ? temporary(".jsonl") : file.isEmpty() ? null : Path.of(file);
            this.table = mailIsWanted ? temporary(".csv.gz") : null;
            this.jsonLines = lines == null ? null : new JsonLines(lines);
            this.csv = table == null ? null : new CsvAttachment(table, settings.size(Setting.MAIL_ATTACHMENT_MAX));
        } catch (IOException | UncheckedIOException e) {
            throw settings.invalid(Setting.REPORT, file, "a file that can be written (" + e.getMessage() + ")");
        }
    }

    /** Writes an outcome of a scenario. */
    public void record(Scenario scenario, Outcome outcome) {
        guarded(() -> {
            if (jsonLines != null) {
                jsonLines.outcome(scenario, outcome);
            }
            if (csv != null) {
                csv.outcome(scenario, outcome);
            }
        });
    }

    /** Ends what is written with the summary; nothing more is recorded. */
    public void finish(Report report) {
        guarded(() -> {
            if (jsonLines != null) {
                jsonLines.summary(report);
                jsonLines.close();
            }
            if (csv != null) {
                csv.close();
            }
        });
    }

    /** Why the journal is not whole, if it is not. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** The finished table for the mail. */
    Optional<Path> attachment() {
        return Optional.ofNullable(table);
    }

    /** The finished lines, for the archive. */
    public Path archive() {
        if (lines == null) {
            throw new IllegalStateException("no report is written: mirror.report.dir is not set");
        }
        return lines;
    }

    /** The name of a report in the archive: when it began, in UTC, and what tells it from others of the same moment. */
    public String archiveName(Report report) {
        String id = report.summaries().stream()
                .map(Summary::runId)
                .filter(runId -> !runId.equals("-"))
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString().substring(0, 8));
        return "mirror-" + NAME.format(report.started()) + "-" + id + ".jsonl";
    }

    /** Removes the temporary files. */
    @Override
    public void close() {
        try {
            if (linesAreTemporary && lines != null) {
                Files.deleteIfExists(lines);
            }
            if (table != null) {
                Files.deleteIfExists(table);
            }
        } catch (IOException e) {
            LOG.warn("a temporary file stays behind: {}", e.getMessage());
        }
    }

    private void guarded(Runnable writing) {
        if (problem != null) {
            return;
        }
        try {
            writing.run();
        } catch (UncheckedIOException e) {
            problem = e.getMessage();
            LOG.error("the report is not whole: {}", e.getMessage());
        }
    }

    private static Path temporary(String suffix) throws IOException {
        return Files.createTempFile("multi-cloud-mirror-report-", suffix);
    }
}
