package org.multicloudmirror.app;

import java.time.Duration;
import org.multicloudmirror.mirror.parts.PartSettings;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.storage.Retry;

/** What the settings say of large objects. */
final class LargeObjectSettings {

    private LargeObjectSettings() {}

    /**
     * How they are copied.
     *
     * @throws org.multicloudmirror.settings.InvalidSettingException when parts would take more than half of the heap
     */
    static PartSettings of(Settings settings) {
        int inFlight = settings.number(Setting.PARTS);
        long partSize = settings.size(Setting.PART_SIZE);
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (inFlight * partSize > most) {
            throw settings.invalid(
                    Setting.PART_SIZE,
                    settings.text(Setting.PART_SIZE),
                    "a size that " + inFlight + " times (mirror.parts) is at most half of the heap, " + most
                            + " bytes; or give Java more, as by MIRROR_JAVA_OPTS=-Xmx1g");
        }
        Duration delay = Duration.ofMillis(settings.number(Setting.RETRY_DELAY));
        return new PartSettings(
                settings.size(Setting.MULTIPART_THRESHOLD),
                partSize,
                inFlight,
                new Retry(1 + settings.number(Setting.RETRIES), delay));
    }
}
