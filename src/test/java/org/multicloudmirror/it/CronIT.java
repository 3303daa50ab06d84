package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.servers.NeedsSwift;

/**
 * The crontab line of the tool of 2011, as cron runs it: the launcher by a link of the old name, no terminal, the
 * working directory {@code /}, a bare {@code PATH}, the old configuration files, and flock or nothing around it.
 */
@NeedsSwift
class CronIT {

    private final SwiftFixture swift;
    private final Path directory;
    private final Path launcher;

    CronIT(@TempDir Path directory) throws IOException {
        this.directory = directory;
        swift = new SwiftFixture(directory);
        launcher = Files.createSymbolicLink(
                directory.resolve("multi-cloud-mirror.py"), Path.of("mirror").toAbsolutePath());
        write(".boto", """
                [Credentials]
                aws_access_key_id = test:tester
                aws_secret_access_key = testing
                """);
        write(".cloudfiles.cfg", """
                [Credentials]
                username = test2:tester2
                api_key = testing2
                authurl = %s
                """.formatted(swift.doors().v1()));
    }

    @AfterEach
    void close() {
        swift.close();
    }

    @Test
    void theOldLineRuns() throws Exception {
        String bucket = swift.bucket();
        String container = swift.containerName();
        String back = swift.bucketName();
        swift.s3().put(bucket, "object", "content");

        int exitCode = cron(
                List.of(),
                "--process",
                "3",
                "s3://" + bucket + "->cf://" + container,
                "cf://" + container + "->s3://" + back);

        assertThat(exitCode).as(err()).isZero();
        assertThat(Files.readString(directory.resolve("out")))
                .startsWith("s3://" + bucket + "->cf://" + container + ": 1 copied")
                .contains("cf://" + container + "->s3://" + back + ": 1 copied");
        assertThat(swift.cf().text(container, "object")).isEqualTo("content");
        assertThat(swift.s3().text(back, "object")).isEqualTo("content");
        assertThat(err()).doesNotContain("WARN");
    }

    @Test
    void itRunsUnderALockOfTheSystems() throws Exception {
        String bucket = swift.bucket();

        int exitCode = cron(
                List.of("flock", "-n", directory.resolve("mcm.lock").toString()),
                "--quiet",
                "s3://" + bucket + "->cf://" + swift.containerName());

        assertThat(exitCode).as(err()).isZero();
        assertThat(err()).isEmpty();
    }

    private int cron(List<String> before, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(before);
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectInput(new File("/dev/null"))
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        "/usr/bin:/bin",
                        "HOME",
                        directory.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "AWS_EC2_METADATA_DISABLED",
                        "true",
                        "MIRROR_LOCK_DIR",
                        directory.toString(),
                        "MIRROR_STORES_S3_ENDPOINT",
                        swift.doors().s3()));
        return builder.start().waitFor();
    }

    private String err() throws IOException {
        return Files.readString(directory.resolve("err"));
    }

    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
