package org.multicloudmirror.app;

import org.jspecify.annotations.Nullable;
import org.multicloudmirror.mirror.parts.PartSettings;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.stores.Retries;
import org.multicloudmirror.stores.StoreObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the settings say of large objects. */
final class LargeObjectSettings {

    private static final Logger LOG = LoggerFactory.getLogger(LargeObjectSettings.class);

    private LargeObjectSettings() {}

    /**
     * How they are copied: with as many parts under way as half of the heap holds, if those are fewer than wanted.
     *
     * @param observer is told of each further attempt at a part; null where nobody watches
     * @throws org.multicloudmirror.settings.InvalidSettingException when half of the heap does not hold one
     */
    static PartSettings of(Settings settings, @Nullable StoreObserver observer) {
        int wanted = settings.number(Setting.PARTS);
        long partSize = settings.size(Setting.PART_SIZE);
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (partSize > most) {
            throw settings.invalid(
                    Setting.PART_SIZE,
                    settings.text(Setting.PART_SIZE),
                    "a size of at most half of the heap, " + most
                            + " bytes; or give Java more, as by MIRROR_JAVA_OPTS=-Xmx1g");
        }
        int inFlight = (int) Math.min(wanted, most / partSize);
        if (inFlight < wanted) {
            LOG.info(
                    "{} parts of large objects at a time instead of {} (mirror.parts): half of the heap holds no more;"
                            + " give Java more, as by MIRROR_JAVA_OPTS=-Xmx1g",
                    inFlight,
                    wanted);
        }
        return new PartSettings(
                settings.size(Setting.MULTIPART_THRESHOLD),
                partSize,
                inFlight,
                settings.number(Setting.PROCESS),
                Retries.of(settings, observer));
    }
}
