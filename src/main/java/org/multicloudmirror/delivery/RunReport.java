package org.multicloudmirror.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.run.Report;
import org.multicloudmirror.mirror.run.Summary;
import org.multicloudmirror.mirror.task.Outcome;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.report.CsvAttachment;
import org.multicloudmirror.report.CsvFile;
import org.multicloudmirror.report.JsonLines;
import org.multicloudmirror.report.OutcomeFile;
import org.multicloudmirror.scenario.Scenario;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/**
 * Writes each outcome down as it comes: to the report file, and to the mail's attachment. A disk that is full stops
 * the writing, not the mirroring; what {@link #finish} gives back then says so.
 */
public final class RunReport implements AutoCloseable {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private static final String TEMPORARY = "java.io.tmpdir";

    private final List<GuardedFile> files = new ArrayList<>();
    private final List<GuardedFile> reports = new ArrayList<>();
    private final String place;
    private @Nullable TemporaryDirectory temporary;
    private boolean temporaryAsked;
    private @Nullable Written lines;
    private @Nullable Written table;
    private final AtomicBoolean recorded = new AtomicBoolean();

    /** A file that others read when it is finished. */
    private record Written(Path path, GuardedFile file) {

        Optional<Path> whole() {
            return file.problem().isEmpty() ? Optional.of(path) : Optional.empty();
        }
    }

    /**
     * Opens what the settings ask for.
     *
     * @throws InvalidSettingException when the report file, or one in the temporary directory, cannot be made
     */
    public RunReport(Settings settings, boolean mailIsWanted) {
        String named = settings.text(Setting.REPORT);
        this.place = named.isEmpty() ? settings.text(Setting.REPORT_DIR) : named;
        try {
            if (named.toLowerCase(Locale.ROOT).endsWith(".csv")) {
                reports.add(new GuardedFile(new CsvFile(Path.of(named))));
            } else if (!named.isEmpty()) {
                lines = lines(Path.of(named));
            }
            if (lines == null && !settings.text(Setting.REPORT_DIR).isEmpty()) {
                lines = lines(temporary(".jsonl"));
            }
            files.addAll(reports);
            if (mailIsWanted) {
                Path file = temporary(".csv.gz");
                table = new Written(
                        file, new GuardedFile(new CsvAttachment(file, settings.size(Setting.MAIL_ATTACHMENT_MAX))));
                files.add(table.file());
            }
        } catch (IOException | UncheckedIOException e) {
            close();
            if (temporaryAsked) {
                Throwable cause = e.getCause();
                throw new InvalidSettingException("the temporary directory " + System.getProperty(TEMPORARY)
                        + " takes no report (" + Reason.of(cause == null ? e : cause)
                        + "); make room there, or name another by -Djava.io.tmpdir in MIRROR_JAVA_OPTS");
            }
            throw settings.invalid(Setting.REPORT, named, "a file that can be written (" + e.getMessage() + ")");
        }
    }

    /** Writes nothing down: where there is no room for it. */
    public static RunReport none() {
        return new RunReport();
    }

    private RunReport() {
        this.place = "";
    }

    /** What has a line for each outcome: a file, or where the files are; empty when nothing has. */
    String place() {
        return place;
    }

    /** Has outcomes written elsewhere, too. */
    public void add(OutcomeFile file) {
        files.add(new GuardedFile(file));
    }

    /** Writes an outcome of a scenario. */
    public void record(Scenario scenario, Outcome outcome) {
        for (GuardedFile file : files) {
            file.outcome(scenario, outcome);
        }
    }

    /** Writes an object of a scenario that was left out; there may be millions, and only a report has a line for each. */
    public void recordSkip(Scenario scenario, Outcome outcome) {
        for (GuardedFile file : reports) {
            file.outcome(scenario, outcome);
        }
    }

    /**
     * Ends what is written with the summary; nothing more is recorded.
     *
     * @return what is to be told of the runs: that they did not do all that was asked for, where something is not whole
     */
    public Report finish(Report report) {
        Optional<String> problem = Optional.empty();
        for (GuardedFile file : files) {
            file.finish(report);
            problem = problem.isPresent() ? problem : file.problem();
        }
        return problem.isPresent() ? report.withoutReport(problem.get()) : report;
    }

    /** Whether the history has nothing of it yet; it is taken to have it from now on. */
    boolean isToBeRecorded() {
        return recorded.compareAndSet(false, true);
    }

    /** It could not be written into the history. */
    void isNotRecorded() {
        recorded.set(false);
    }

    /** The finished table for the mail, where it is whole. */
    Optional<Path> attachment() {
        return table == null ? Optional.empty() : table.whole();
    }

    /** Whether there are lines of JSON, whole or not. */
    boolean hasLines() {
        return lines != null;
    }

    /** The finished lines of JSON, where they are whole. */
    Optional<Path> lines() {
        return lines == null ? Optional.empty() : lines.whole();
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
        if (temporary != null) {
            temporary.close();
        }
    }

    private Written lines(Path path) {
        GuardedFile file = new GuardedFile(new JsonLines(path));
        reports.add(file);
        return new Written(path, file);
    }

    private Path temporary(String suffix) throws IOException {
        temporaryAsked = true;
        if (temporary == null) {
            temporary = TemporaryDirectory.in(Path.of(System.getProperty(TEMPORARY)));
        }
        return temporary.file("report-", suffix);
    }
}
