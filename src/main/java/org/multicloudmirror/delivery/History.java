package org.multicloudmirror.delivery;

import java.io.IOException;
import org.multicloudmirror.history.HistoryEntry;
import org.multicloudmirror.history.HistoryFile;
import org.multicloudmirror.settings.FileProblem;
import org.multicloudmirror.settings.RunSettings;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.StateDirectory;

/** Keeps what each run came to in the file that {@code mirror history} reads. */
public final class History {

    private final HistoryFile file;
    private final boolean isKept;

    public History(Settings settings) {
        this.file = file(settings);
        this.isKept = settings.number(Setting.HISTORY) > 0;
    }

    /** The history's file as the settings have it. */
    public static HistoryFile file(Settings settings) {
        return new HistoryFile(
                StateDirectory.of(settings),
                Math.max(1, settings.number(Setting.HISTORY)),
                settings.age(Setting.HISTORY_KEEP_AGE).orElse(HistoryFile.ANY_AGE));
    }

    /**
     * Writes a report's runs down, unless they were dry ones, and once: edited routes of the version before ask for it
     * after it was done.
     */
    public void record(Delivery delivery) throws IOException {
        if (isKept
                && !delivery.settings().isOn(Setting.DRY_RUN)
                && delivery.runReport().isToBeRecorded()) {
            try {
                file.append(delivery.report().summaries().stream()
                        .map(summary -> HistoryEntry.of(summary, RunSettings.nameOf(delivery.settings())))
                        .toList());
            } catch (IOException e) {
                delivery.runReport().isNotRecorded();
                // the cause has the file's name and nothing else
                throw new IOException(file.path() + " cannot be written (" + FileProblem.words(e)
                        + "); set mirror.state-dir to a directory that can");
            }
        }
    }
}
