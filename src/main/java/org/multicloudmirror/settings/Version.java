package org.multicloudmirror.settings;

/** The version of this build. */
public final class Version {

    private Version() {}

    /** As the jar's manifest has it; {@code development} when it does not run from a jar. */
    public static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
