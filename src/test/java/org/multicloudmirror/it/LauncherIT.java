package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the launcher builds, and when it takes what is there. */
class LauncherIT {

    private static final Path JAR = Path.of(System.getProperty("mirror.test.jar"));

    private final Path home;
    private final Path user;
    private final Path jar;
    private final Path built;
    private final Path source;

    LauncherIT(@TempDir Path directory) throws IOException {
        home = directory.resolve("home");
        user = Files.createDirectory(directory.resolve("user"));
        jar = Files.createDirectories(home.resolve("target")).resolve("multi-cloud-mirror.jar");
        built = home.resolve("built");
        source = Files.createDirectories(home.resolve("src/main")).resolve("Source.java");
        Files.copy(Path.of("mirror"), home.resolve("mirror"));
        executable("mirror");
        Files.writeString(source, "");
    }

    @Test
    void aRunTakesTheJarAsItIs() throws Exception {
        checkout();
        Files.copy(JAR, jar);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(mirror("routes")).as(err()).isZero();
        assertThat(err()).isEmpty();
        assertThat(built).doesNotExist();

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(mirror("build")).as(err()).isZero();
        assertThat(built).as("nothing is newer").doesNotExist();

        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(mirror("build")).as(err()).isZero();
        assertThat(built).exists();
    }

    @Test
    void aRunBuildsWhereThereIsNoJar() throws Exception {
        checkout();

        assertThat(mirror("routes")).as(err()).isZero();
        assertThat(built).exists();
    }

    @Test
    void anInstallationNeverBuilds() throws Exception {
        assertThat(mirror("routes")).isEqualTo(1);
        assertThat(err())
                .isEqualTo("mirror: " + home.resolve("multi-cloud-mirror.jar")
                        + " is missing, and there are no sources here to build it from; install it again\n");

        installation();
        assertThat(mirror("routes")).as(err()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"build,a build", "package,a package", "test,a test", "bench,the benchmark", "demo,the demo"})
    void whatNeedsSourcesSaysSo(String command, String what) throws Exception {
        installation();

        assertThat(mirror(command)).isEqualTo(1);
        assertThat(err()).isEqualTo("mirror: " + what + " needs a checkout; here is only an installation\n");
    }

    @Test
    void anInstallationStartsFromTheUsersCache() throws Exception {
        installationThatMakesArchives(": >\"$4\"\necho once >>\"$HOME/made\"");
        List<Path> before = files(home);

        assertThat(mirror("routes")).as(err()).isZero();
        assertThat(mirror("routes")).as(err()).isZero();
        assertThat(archives()).as(err()).hasSize(1);
        assertThat(user.resolve("made")).hasContent("once\n");

        // all files of a package have one date
        Files.setLastModifiedTime(home.resolve("multi-cloud-mirror.jar"), FileTime.from(Instant.EPOCH));
        assertThat(mirror("routes")).as(err()).isZero();
        assertThat(archives()).as("an archive holds for one jar").hasSize(2);
        assertThat(files(home)).containsExactlyElementsOf(before);
    }

    /** As after an update of Java: the archive of the last one does not fit, and there is no place for another. */
    @Test
    void startsWithoutAnArchiveWhereNoneCanBeWritten() throws Exception {
        checkout();
        Files.copy(JAR, jar);
        makesArchives(": >\"$4\"");
        Files.createFile(home.resolve("target/classes-17-1.archive"));
        List<Path> before = files(home);
        // another user is to pass
        executable("..");
        Files.setPosixFilePermissions(home.resolve("target"), PosixFilePermissions.fromString("r-xr-xr-x"));

        Process process = started(asNobody(), Map.of("HOME", "/dev/null"), "routes");

        assertThat(process.waitFor()).as(err()).isZero();
        assertThat(err()).isEmpty();
        assertThat(files(home)).containsExactlyElementsOf(before);
        Process refused = started(asNobody(), Map.of("HOME", "/dev/null"), "s3://a->nowhere://b");
        assertThat(refused.waitFor()).as("the exit code is the run's").isEqualTo(2);
    }

    /** Nothing is write-protected for root. */
    private static List<String> asNobody() {
        return System.getProperty("user.name").equals("root")
                ? List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups")
                : List.of();
    }

    /** Of a system that is not GNU. */
    @Test
    void startsWithoutWhatOnlyGnuHas() throws Exception {
        installationThatMakesArchives(": >\"$4\"");
        Path tools = Files.createDirectory(user.resolve("tools"));
        tool(tools, "readlink", "[ \"$1\" != -f ] || { echo illegal >&2; exit 1; }; exec /usr/bin/readlink \"$@\"");
        tool(tools, "find", "case \"$*\" in *-printf*|*-quit*) exit 1 ;; esac; exec /usr/bin/find \"$@\"");
        tool(tools, "stat", "[ \"$1\" != -c ] || exit 1; echo jar");
        for (String old : List.of("1", "2", "3", "4")) {
            Path archive = user.resolve(".cache/multi-cloud-mirror/classes-" + old + ".archive");
            Files.createDirectories(archive.getParent());
            Files.createFile(archive);
            Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH.plusSeconds(Long.parseLong(old))));
        }

        Process process = started(Map.of("PATH", tools + ":/usr/bin:/bin"), "routes");

        assertThat(process.waitFor()).as(err()).isZero();
        assertThat(err()).isEmpty();
        assertThat(archives())
                .hasSize(3)
                .extracting(archive -> String.valueOf(archive.getFileName()))
                .contains("classes-3.archive", "classes-4.archive");
    }

    /** Classes beside it know no version, and the demo's mail tells one. */
    @Test
    void theDemoRunsFromTheJar() throws Exception {
        checkout();
        Files.copy(JAR, jar);
        Files.writeString(jar.resolveSibling("demo.classpath"), "/libraries");
        Path java = Files.createDirectories(user.resolve("java/bin"));
        tool(java, "java", "echo \"$@\"");
        Files.writeString(user.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\n");

        assertThat(started(Map.of("JAVA_HOME", user.resolve("java").toString()), "demo")
                        .waitFor())
                .as(err())
                .isZero();
        assertThat(user.resolve("out")).content().contains("target/test-classes:" + jar + ":/libraries ");
    }

    @Test
    void tellsTheWholeCommand() throws Exception {
        installation();

        assertThat(mirror("--debug", "s3://a->nowhere://b")).isEqualTo(2);
        assertThat(err())
                .startsWith("mirror: ")
                .contains("-XX:TieredStopAtLevel=1", "org.multicloudmirror.cli.Main --debug s3://a-\\>nowhere://b");
    }

    @Test
    void aJavaThatDoesNotRunIsToldWithItsOwnWords() throws Exception {
        installation();
        Path java = Files.createDirectories(user.resolve("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho no version is set >&2\nexit 126\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(started(Map.of("JAVA_HOME", user.resolve("java").toString()), "--version")
                        .waitFor())
                .isEqualTo(1);
        assertThat(err())
                .isEqualTo("mirror: " + java + " does not run: no version is set; install a Java 17 or newer, or set"
                        + " JAVA_HOME\n");
    }

    @Test
    void startsWithoutTheArchiveThatCannotBeMade() throws Exception {
        checkout();
        Files.copy(JAR, jar);
        makesArchives("echo no space left >&2; exit 1");

        assertThat(mirror("routes")).as(err()).isZero();
        assertThat(err()).isEqualTo("no space left\nmirror: that failed; it starts slower, and works as well\n");
        assertThat(mirror("s3://a->nowhere://b")).isEqualTo(2);
        assertThat(err()).as("it is not tried again").doesNotContain("no space left");
    }

    /** Another one that starts may take it away at the same moment, or it may be another user's. */
    @Test
    void startsBesideALeftoverThatItCannotRemove() throws Exception {
        checkout();
        Files.copy(JAR, jar);
        makesArchives(": >\"$4\"");
        Path leftover = jar.resolveSibling("classes-17-1.archive.busy");
        Files.createDirectories(leftover.resolve("kept"));
        Files.setLastModifiedTime(leftover, FileTime.from(Instant.EPOCH));

        assertThat(mirror("routes")).as(err()).isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void aTerminalThatClosesDoesNotEndTheService() throws Exception {
        installation();
        Path scenarios = Files.writeString(user.resolve("scenarios.camel.yaml"), "[]\n");
        Process service = started("serve", "--scenarios", scenarios.toString());
        await().until(() -> err().contains("serving, scheduled: 0") || !service.isAlive());

        signal("HUP", service);
        signal("TERM", service);

        assertThat(service.waitFor()).as(err()).isEqualTo(143);
    }

    private static void tool(Path directory, String name, String script) throws IOException {
        Path tool = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private void installation() throws IOException {
        Files.copy(JAR, home.resolve("multi-cloud-mirror.jar"));
    }

    private List<Path> archives() throws IOException {
        return files(user.resolve(".cache/multi-cloud-mirror"));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void checkout() throws IOException {
        Files.writeString(
                home.resolve("mvnw"), "#!/bin/sh\ntouch built\n[ -e target/*.jar ] || cp " + JAR + " target/\n");
        executable("mvnw");
    }

    private void installationThatMakesArchives(String script) throws IOException {
        installation();
        Path share = Files.createDirectory(home.resolve("share"));
        Files.createFile(share.resolve("load-server.jar"));
        tool(share, "class-archive", script);
    }

    private void makesArchives(String script) throws IOException {
        Path server = jar.resolveSibling("test-classes/org/multicloudmirror/bench/server");
        Files.createFile(Files.createDirectories(server).resolve("LoadServer.class"));
        Files.createDirectories(home.resolve("src/build"));
        Files.writeString(home.resolve("src/build/class-archive"), "#!/bin/sh\n" + script + "\n");
        executable("src/build/class-archive");
    }

    private void executable(String name) throws IOException {
        Files.setPosixFilePermissions(home.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private int mirror(String... arguments) throws Exception {
        return started(arguments).waitFor();
    }

    private Process started(String... arguments) throws IOException {
        return started(Map.of(), arguments);
    }

    private Process started(Map<String, String> variables, String... arguments) throws IOException {
        return started(List.of(), variables, arguments);
    }

    private Process started(List<String> by, Map<String, String> variables, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(by);
        command.add(home.resolve("mirror").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(user.resolve("out").toFile())
                .redirectError(user.resolve("err").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        "/usr/bin:/bin",
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "HOME",
                        user.toString(),
                        "MIRROR_OBSERVE_PORT",
                        "0"));
        builder.environment().putAll(variables);
        return builder.start();
    }

    private String err() throws IOException {
        return Files.readString(user.resolve("err"));
    }
}
