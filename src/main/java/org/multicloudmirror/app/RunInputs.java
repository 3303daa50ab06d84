package org.multicloudmirror.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.multicloudmirror.delivery.ReportDirectory;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** The files and directories of this machine that a run needs. */
public final class RunInputs {

    private RunInputs() {}

    /**
     * What a run could not use; nothing is written.
     *
     * @param settings those of the run
     * @return a line for each, with its remedy
     */
    public static List<String> complaints(Settings settings) {
        List<String> complaints = new ArrayList<>();
        try {
            Selected.by(settings);
        } catch (InvalidSettingException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
        Optional.of(settings.text(Setting.REPORT_DIR))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> ReportDirectory.complaint(Path.of(directory)))
                .ifPresent(complaints::add);
        return complaints;
    }
}
