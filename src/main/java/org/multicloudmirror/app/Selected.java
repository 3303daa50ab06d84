package org.multicloudmirror.app;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.options.Selection;
import org.multicloudmirror.mirror.select.Age;
import org.multicloudmirror.mirror.select.Filters;
import org.multicloudmirror.mirror.select.InvalidFilterException;
import org.multicloudmirror.mirror.select.KeyList;
import org.multicloudmirror.mirror.task.Reason;
import org.multicloudmirror.settings.InvalidSettingException;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;

/** What the settings say of the objects that runs are about. */
final class Selected {

    private Selected() {}

    /**
     * Reads the filters, and the list of keys if there is one.
     *
     * @throws InvalidSettingException when one of them cannot be read
     */
    static Selection by(Settings settings) {
        long maxSize = settings.size(Setting.MAXSIZE);
        return new Selection(
                settings.size(Setting.MIN_SIZE),
                maxSize == 0 ? Long.MAX_VALUE : maxSize,
                age(settings, Setting.MIN_AGE),
                age(settings, Setting.MAX_AGE),
                filters(settings),
                keys(settings));
    }

    private static @Nullable Age age(Settings settings, Setting setting) {
        return settings.age(setting)
                .map(duration -> new Age(duration, settings.text(setting)))
                .orElse(null);
    }

    private static Filters filters(Settings settings) {
        try {
            return Filters.parse(settings.text(Setting.FILTERS));
        } catch (InvalidFilterException e) {
            throw new InvalidSettingException(settings.origin(Setting.FILTERS.property()) + " gives " + e.getMessage());
        }
    }

    private static @Nullable KeyList keys(Settings settings) {
        String file = settings.text(Setting.FILES_FROM);
        if (file.isEmpty()) {
            return null;
        }
        try {
            return KeyList.read(Path.of(file));
        } catch (IOException e) {
            throw settings.invalid(Setting.FILES_FROM, file, "a file in UTF-8 that can be read (" + Reason.of(e) + ")");
        }
    }
}
