package org.multicloudmirror.supply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The kept lists: which versions are known to be bad, and what is accepted of that. */
record Advisories(List<Advisory> known, List<Acceptance> accepted) {

    private static final Path KNOWN = Path.of("src/build/advisories.tsv");
    private static final Path ACCEPTED = Path.of("src/build/accepted-advisories.tsv");

    static Advisories read() throws IOException {
        return new Advisories(Table.read(KNOWN, Advisory::of), Table.read(ACCEPTED, Acceptance::of));
    }

    /** What is known of these libraries, accepted or not. */
    List<Finding> concerning(List<Library> libraries) {
        return libraries.stream()
                .flatMap(library -> known.stream()
                        .filter(advisory -> advisory.concerns(library))
                        .map(advisory -> new Finding(library, advisory)))
                .toList();
    }

    /** What is known of these libraries and not accepted. */
    List<Finding> unaccepted(List<Library> libraries) {
        return concerning(libraries).stream()
                .filter(finding -> accepted.stream().noneMatch(acceptance -> acceptance.covers(finding)))
                .toList();
    }

    /** What is accepted and concerns none of these libraries. */
    List<Acceptance> idle(List<Library> libraries) {
        List<Finding> findings = concerning(libraries);
        return accepted.stream()
                .filter(acceptance -> findings.stream().noneMatch(acceptance::covers))
                .toList();
    }
}
