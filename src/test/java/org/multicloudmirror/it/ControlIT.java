package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.ServedMirror;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ObjectAnswer;
import org.multicloudmirror.testing.ScheduledText;

/** A service in a process of its own, asked and told by the commands. */
class ControlIT {

    private static final String SELDOM = "0 0 3 1 1 ?";
    /** Connections to one port. */
    private static final int MOST = 100;

    private static final String CONTENT = "0123456789";

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Path state;
    private final Path file;
    private final Mirror process;
    private final Mirror commands;
    private final Mirror unnamed;

    ControlIT(@TempDir Path directory) {
        state = directory.resolve("state");
        file = directory.resolve("scenarios.yaml");
        process = new Mirror(directory).setting("mirror.state-dir", state);
        commands = Mirror.inThisProcess(directory).setting("mirror.scenarios", file);
        unnamed = Mirror.inThisProcess(directory);
        for (Mirror each : List.of(process, commands, unnamed)) {
            each.store("from", source.asStore()).store("to", destination.asStore());
        }
    }

    @BeforeEach
    void fill() throws IOException {
        source.object("slow", "object", CONTENT).object("one", "object", CONTENT);
        source.next("GET slow/object", new ObjectAnswer(CONTENT.getBytes(UTF_8)).pausingAfterHalf(reached, goOn));
        Files.writeString(
                file,
                ScheduledText.of("slow", "scenario", "from://slow->to://slow", "cron", SELDOM)
                        + ScheduledText.of("one", "scenario", "from://one->to://one", "every", "1h"));
    }

    @AfterEach
    void close() {
        goOn.countDown();
        source.close();
        destination.close();
    }

    /** Whoever opens them, and says nothing. */
    @Test
    void connectionsThatStayOpenUseUpNoDescriptors() throws IOException {
        ServedMirror service = process.serve(file).awaitOk("one", 1);
        long before = descriptors(service);
        Matcher control = Pattern.compile("\"port\":\"?(\\d+)")
                .matcher(Files.readString(controlFiles().get(0)));
        assertThat(control.find()).isTrue();
        List<Socket> open = new ArrayList<>();
        try {
            for (int port : List.of(service.port(), Integer.parseInt(control.group(1)))) {
                for (int i = 0; i < 4 * MOST; i++) {
                    open.add(new Socket(InetAddress.getLoopbackAddress(), port));
                }
            }
            await().until(() -> descriptors(service) < before + 2 * MOST + MOST / 2);
        } finally {
            for (Socket each : open) {
                each.close();
            }
        }
        await().until(() -> descriptors(service) < before + MOST / 2);
        assertThat(service.metrics()).contains("process_open_fds");
        assertThat(told(0, "status").out()).contains("serving");
        service.end();
    }

    private static long descriptors(ServedMirror service) throws IOException {
        Path all = Path.of("/proc", Long.toString(service.process().pid()), "fd");
        try (Stream<Path> each = Files.list(all)) {
            return each.count();
        }
    }

    @Test
    void aServiceIsToldWhileItRuns() throws IOException {
        ServedMirror service = process.serve(file).awaitOk("one", 1);
        try {
            assertThat(Files.getPosixFilePermissions(controlFiles().get(0)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(told(0, "trigger", "slow").out()).isEqualTo("slow runs now\n");
            service.process().awaitUntil(reached);

            MirrorRun status = told(0, "status");
            assertThat(status.outLines().get(0))
                    .startsWith("serving " + file + ", pid " + service.process().pid());
            assertThat(status.out())
                    .containsPattern("(?m)^one +scheduled +\\S+ \\S+ ok ")
                    .containsPattern("(?m)^slow +running ")
                    .contains(": 1 listed, 0 of 1 done, ", ", 1 in flight");
            assertThat(told(0, "status", "one", "--json").out()).contains("\"name\":\"one\"", "\"status\":\"ok\"");
            assertThat(told(4, "trigger", "slow").err()).contains("a run of slow is under way; nothing was begun");
            assertThat(told(4, "run", "slow").out()).contains("another run has it: pid ");
            assertThat(told(2, "trigger", "slo").err()).contains("(did you mean \"slow\"?); it has one, slow");
            assertThat(told(0, "trigger", "one", "--wait").out()).isEqualTo("one runs now\none ended: ok\n");

            assertThat(told(0, "cancel", "slow").out()).contains("copies in flight have 30 s");
            goOn.countDown();
            await().until(() -> !told(0, "status", "slow").out().contains("running"));
            assertThat(told(0, "trigger", "slow", "--wait").out()).contains("slow ended: ok");
            assertThat(told(0, "status", "--exit-code").out()).doesNotContain("LATE");
        } finally {
            assertThat(service.end().exitCode()).isEqualTo(143);
        }
        assertThat(controlFiles()).isEmpty();
        assertThat(told(1, "trigger", "slow").err())
                .contains("no service is running with the state directory " + state);
        assertThat(told(1, "cancel", "slow").err())
                .contains("no service is running with the state directory " + state)
                .contains("by a signal")
                .doesNotContain("run slow");
    }

    @Test
    void aPauseHoldsOverAKill() throws IOException {
        assertThat(told(0, "pause", "one").out())
                .isEqualTo("paused: one (in " + state + ", as no service is running)\n");
        assertThat(told(2, "pause", "on").err()).contains("(did you mean \"one\"?)");
        ServedMirror killed = process.serve(file).awaitErr("serving, scheduled: 2");
        assertThat(told(0, "pause", "--all", "--for", "2h").out()).startsWith("paused until ");
        killed.process().signal("KILL").await();

        assertThat(controlFiles()).hasSize(1);
        assertThat(told(0, "status").out())
                .startsWith("no service is running; " + file)
                .containsPattern("(?m)^one +paused ")
                .containsPattern("(?m)^slow +paused ");
        assertThat(told(3, "status", "--exit-code").out()).startsWith("no service is running");
        assertThat(unnamed.command("status").out())
                .as("the file that the killed one served is known")
                .startsWith("no service is running; " + file)
                .containsPattern("(?m)^one +paused ");
        assertThat(unnamed.command("resume", "one").out()).startsWith("resumed: one (in ");
        assertThat(unnamed.command("pause", "one").out()).startsWith("paused: one (in ");
        String good = Files.readString(file);
        Files.writeString(file, good + "- what");
        assertThat(told(0, "status").out()).contains("\nnot taken: " + file + ":");
        assertThat(told(0, "status", "--json").out()).contains("\"mistakes\":[\"" + file + ":");
        Files.writeString(file, good);

        ServedMirror again = process.serve(file).awaitErr("serving, scheduled: 2");
        try {
            assertThat(told(0, "status").out()).containsPattern("(?m)^one +paused +- +never +-$");
            assertThat(told(0, "trigger", "one", "--wait").out())
                    .isEqualTo("one runs now; its schedule stays paused\none ended: ok\n");
            assertThat(told(0, "resume", "--all").out()).isEqualTo("resumed: one, slow\n");
            assertThat(told(0, "status").out()).containsPattern("(?m)^one +scheduled ");
            assertThat(told(2, "resume").err()).contains("write either NAME or --all");
            assertThat(again.ended("one", "ok")).isOne();
        } finally {
            again.end();
        }
    }

    @Test
    void aServiceWhoseFileIsGoneIsFoundAgain() throws IOException {
        ServedMirror service = process.serve(file).awaitOk("one", 1);
        try {
            Files.delete(controlFiles().get(0));
            service.awaitErr(" was gone and is written again");

            assertThat(told(0, "status").out()).startsWith("serving ");
        } finally {
            service.end();
        }
    }

    @Test
    void aServiceThatIsNotToBeToldHasNoFile() throws IOException {
        ServedMirror service =
                process.setting("mirror.control", false).serve(file).awaitOk("one", 1);
        try {
            assertThat(controlFiles()).isEmpty();
        } finally {
            service.end();
        }
    }

    private MirrorRun told(int exitCode, String command, String... arguments) {
        MirrorRun run = commands.command(command, arguments);
        assertThat(run.exitCode()).as("%s: %s", command, run).isEqualTo(exitCode);
        return run;
    }

    private List<Path> controlFiles() throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            return files.filter(each -> each.toString().endsWith(".json")).toList();
        }
    }
}
