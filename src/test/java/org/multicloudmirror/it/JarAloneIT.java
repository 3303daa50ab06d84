package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.cloud.ScriptedCloud;

/** The packaged jar, copied alone into an empty directory and run by {@code java -jar} in an empty environment. */
class JarAloneIT {

    private static final String NOT_ASCII = "s3://b$(printf '\\303\\274')cher->cf://b";

    private final ScriptedCloud cloud = ScriptedCloud.start();
    private final Path directory;
    private final Path err;

    JarAloneIT(@TempDir Path temporary) throws IOException {
        directory = Files.createDirectory(temporary.resolve("empty"));
        err = temporary.resolve("err");
        Files.copy(Path.of(System.getProperty("mirror.test.jar")), directory.resolve("multi-cloud-mirror.jar"));
        Properties properties = new Properties();
        cloud.s3Store().forEach((name, value) -> properties.put("mirror.stores.s3." + name, value));
        cloud.swiftStore().forEach((name, value) -> properties.put("mirror.stores.cf." + name, value));
        properties.put("mirror.state-dir", temporary.resolve("state").toString());
        properties.put("mirror.lock-dir", temporary.resolve("locks").toString());
        Path file = Files.createFile(
                directory.resolve("my.properties"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void mirrorsInBothDirections() throws Exception {
        cloud.s3().put("photos", "alps/1.jpg", "one");

        int exitCode = java("--config my.properties 's3://photos->cf://copies' 'cf://copies->s3://back'");

        assertThat(exitCode).as(err()).isZero();
        assertThat(err()).doesNotContain("WARN", "ERROR");
        assertThat(cloud.swift().text("copies", "alps/1.jpg")).isEqualTo("one");
        assertThat(cloud.s3().text("back", "alps/1.jpg")).isEqualTo("one");
    }

    /** Routes are code, and what lies further up may be anybody's. */
    @Test
    void takesNoRoutesFromAboveIt() throws Exception {
        Path above = Files.createDirectory(
                Objects.requireNonNull(directory.getParent()).resolve("routes"));
        Files.writeString(above.resolve("theirs.camel.yaml"), "[]");

        assertThat(java("routes")).as(err()).isZero();
        assertThat(out()).hasLineCount(8).doesNotContain("theirs");
    }

    @Test
    void takesEditedRoutesBesideIt() throws Exception {
        assertThat(java("routes")).as(err()).isZero();
        assertThat(out()).hasLineCount(8).contains("mirror-copy.camel.yaml  the jar");

        assertThat(java("routes --export routes")).as(err()).isZero();
        Path copy = directory.resolve("routes/mirror-copy.camel.yaml");
        Files.writeString(copy, Files.readString(copy).replace("objectstore:get?at", "objectstore:get?place"));

        assertThat(java("routes")).as(err()).isZero();
        assertThat(out())
                .contains("mirror-copy.camel.yaml  " + copy.getParent() + ", edited")
                .contains("mirror-list.camel.yaml  " + copy.getParent() + ", as shipped");
        assertThat(java("--config my.properties 's3://photos->cf://copies'")).isEqualTo(1);
        assertThat(err())
                .hasLineCount(1)
                .startsWith("multi-cloud-mirror: " + copy + ":")
                .contains(": route mirror-get-put: its endpoint has no option \"place\"");
    }

    @Test
    void saysWhereItLooksForScenarios() throws Exception {
        assertThat(java("serve --config my.properties")).isEqualTo(2);
        assertThat(err())
                .hasLineCount(1)
                .startsWith(
                        "multi-cloud-mirror: there is no scenarios file, nor a directory with routes that could have one;");
    }

    @Test
    void refusesWhatThePosixLocaleGarbles() throws Exception {
        assertThat(run("LC_ALL=C", "--config my.properties \"" + NOT_ASCII + "\""))
                .isEqualTo(2);
        assertThat(err()).hasLineCount(1).contains("LC_ALL=C.UTF-8");

        cloud.s3().createBucket("b\u00fccher");
        run("LC_ALL=C.UTF-8", "--config my.properties \"" + NOT_ASCII + "\"");
        assertThat(err()).doesNotContain("LC_ALL");
    }

    private int java(String arguments) throws Exception {
        return run("", arguments);
    }

    /** As a shell reads it. */
    private int run(String variables, String arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                "/bin/sh", "-c", "exec env -i " + variables + " " + java + " -jar multi-cloud-mirror.jar " + arguments);
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(outFile().toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
    }

    private Path outFile() {
        return err.resolveSibling("out");
    }

    private String out() throws IOException {
        return Files.readString(outFile());
    }

    private String err() throws IOException {
        return Files.readString(err);
    }
}
