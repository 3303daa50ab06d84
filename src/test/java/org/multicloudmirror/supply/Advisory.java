package org.multicloudmirror.supply;

import java.util.Arrays;
import java.util.List;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/**
 * A line of the list of known advisories.
 *
 * @param library group:artifact, or group:*
 */
record Advisory(String library, VersionRange affected, String fixed, String id, String what) {

    static Advisory of(String line) {
        List<String> columns = Table.columns(line, 5);
        try {
            return new Advisory(
                    columns.get(0),
                    VersionRange.createFromVersionSpec(columns.get(1)),
                    columns.get(2),
                    columns.get(3),
                    columns.get(4));
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException("not a range of versions: " + line, e);
        }
    }

    boolean concerns(Library candidate) {
        boolean isNamed = library.endsWith(":*")
                ? candidate.name().startsWith(library.substring(0, library.length() - 1))
                : candidate.name().equals(library);
        return isNamed && affected.containsVersion(new DefaultArtifactVersion(candidate.version()));
    }

    /** The versions that have the mend, lowest first; none where there is none. */
    List<DefaultArtifactVersion> fixedVersions() {
        return fixed.equals("-")
                ? List.of()
                : Arrays.stream(fixed.split(", "))
                        .map(DefaultArtifactVersion::new)
                        .toList();
    }
}
