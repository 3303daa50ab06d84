package org.multicloudmirror.storage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the segments of our large objects are named in their container: {@code mirror/<SHA-256 of the key>/<upload>/<number>}.
 * Pure.
 */
public final class SegmentNames {

    private static final Pattern OURS = Pattern.compile("(mirror/[0-9a-f]{64}/[0-9a-f-]{36}/)\\d{8}");

    private SegmentNames() {}

    /** What the names of all segments of an upload begin with, of which this is one; empty when it is none of ours. */
    public static Optional<String> upload(String name) {
        Matcher ours = OURS.matcher(name);
        return ours.matches() ? Optional.of(ours.group(1)) : Optional.empty();
    }
}
