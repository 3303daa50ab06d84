package org.multicloudmirror.app.lib;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The libraries that are inside the jar, as the build wrote them down. */
record JarContents(List<Artifact> artifacts) {

    static JarContents read() {
        try (InputStream in = JarContents.class.getResourceAsStream("/META-INF/multi-cloud-mirror/contents");
                BufferedReader reader = new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), UTF_8))) {
            return new JarContents(reader.lines()
                    .flatMap(line -> Artifact.listed(line).stream())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(Artifact artifact) {
        return artifacts.stream().anyMatch(artifact::isOtherVersionOf);
    }

    /** The version of Camel. */
    String camelVersion() {
        return artifacts.stream()
                .filter(artifact -> artifact.name().equals("camel-main"))
                .findFirst()
                .orElseThrow()
                .version();
    }
}
