package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A component that {@code ./mirror add} fetched from Maven Central works in a route; skipped where that is not reached. */
@Tag("long")
class AddedComponentIT {

    private final Path home;
    private final Path library;

    AddedComponentIT(@TempDir Path directory) throws IOException {
        home = Files.createDirectories(directory.resolve("home"));
        library = home.resolve("lib");
        Files.createDirectories(home.resolve("target"));
        Files.copy(Path.of(System.getProperty("mirror.test.jar")), home.resolve("target/multi-cloud-mirror.jar"));
        Files.copy(Path.of("mirror"), home.resolve("mirror"));
        Files.writeString(
                home.resolve("mvnw"), "#!/bin/sh\nexec " + Path.of("mvnw").toAbsolutePath() + " \"$@\"\n");
        for (String name : List.of("mirror", "mvnw")) {
            Files.setPosixFilePermissions(home.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(
                Files.createDirectories(home.resolve("routes")).resolve("own.camel.yaml"), """
                - route:
                    id: own
                    from:
                      uri: scheduler:once?repeatCount=1
                      steps:
                        - setBody: {constant: '{"a": "42"}'}
                        - setBody: {jsonpath: '$.a'}
                        - to: file:%s?fileName=answer&tempFileName=part
                """.formatted(home));
    }

    @Test
    void worksInARoute() throws Exception {
        int added = started("add", "camel-jsonpath").waitFor();
        assumeTrue(added == 0, () -> "Maven Central is not reached: " + read("err"));
        assertThat(libraries())
                .anyMatch(name -> name.startsWith("camel-jsonpath-"))
                .noneMatch(name -> name.startsWith("camel-support-")
                        || name.startsWith("slf4j-")
                        || name.startsWith("jackson-core-"));

        Process service = started("serve");
        try {
            await().untilAsserted(() -> assertThat(home.resolve("answer")).hasContent("42"));
        } finally {
            service.destroy();
            service.waitFor();
        }

        for (String name : libraries()) {
            if (name.startsWith("json-path-")) {
                Files.delete(library.resolve(name));
            }
        }
        assertThat(started("validate", "s3://a->cf://b").waitFor()).isEqualTo(1);
        assertThat(read("out"))
                .contains(
                        "own.camel.yaml:1: route own: the class com.jayway.jsonpath.",
                        " is missing: put the jar that has it");
    }

    private Process started(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("mirror").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MIRROR_OBSERVE_PORT", "0");
        return builder.start();
    }

    private List<String> libraries() throws IOException {
        try (Stream<Path> jars = Files.list(library)) {
            return jars.map(jar -> jar.getFileName().toString()).toList();
        }
    }

    private String read(String name) {
        try {
            return Files.readString(home.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
