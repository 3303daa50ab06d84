package org.multicloudmirror.cli;

import org.multicloudmirror.settings.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionLine implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "multi-cloud-mirror " + Version.current() + " (Java " + Runtime.version() + ")",
        };
    }
}
