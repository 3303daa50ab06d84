package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.process.ServedMirror;
import org.multicloudmirror.it.process.StartedMirror;
import org.multicloudmirror.it.servers.FakeS3;
import org.multicloudmirror.it.servers.ObjectAnswer;
import org.multicloudmirror.testing.ScheduledText;

/** The service follows its scenarios file while scenarios run, each on its own. */
class ServeIT {

    private static final String CONTENT = "0123456789";
    private static final ObjectAnswer IT = new ObjectAnswer(CONTENT.getBytes(UTF_8));

    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Path directory;
    private final Path file;
    private final Mirror mirror;

    ServeIT(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("scenarios.yaml");
        mirror = new Mirror(directory).store("from", source.asStore()).store("to", destination.asStore());
    }

    @BeforeEach
    void fill() {
        for (String bucket : new String[] {"slow", "one", "two"}) {
            source.object(bucket, "object", CONTENT);
        }
        source.next("GET slow/object", IT.pausingAfterHalf(reached, goOn));
    }

    @AfterEach
    void close() {
        source.close();
        destination.close();
    }

    @Test
    void followsItsFile() throws IOException {
        switchLink("a", hourly("slow", "slow") + hourly("one", "one"));
        ServedMirror served = mirror.serve(file);

        served.awaitOk("one", 1);
        served.process().awaitUntil(reached);
        assertThat(served.status("health/live")).isEqualTo(200);
        assertThat(served.status("health/ready")).isEqualTo(200);
        assertThat(served.metrics()).contains("mirror_runs_active 1.0");
        assertThat(destination.bucket("one"))
                .as("the slow one does not hold it up")
                .containsOnlyKeys("object");

        switchLink("b", hourly("one", "one") + hourly("two", "two"));
        served.awaitErr("no longer scheduled: slow").awaitOk("two", 1);
        goOn.countDown();
        served.awaitErr(" slow ended: ");
        assertThat(destination.bucket("slow").get("object"))
                .as("went on to its end")
                .asString(UTF_8)
                .isEqualTo(CONTENT);

        replace(hourly("one", "one") + "\n# moved\n" + hourly("two", "two").replace("1h", "2h"));
        served.awaitOk("two", 2);

        replace(hourly("one", "one") + hourly("three", "one").replace("to://one", "nowhere"));
        served.awaitErr(" ERROR " + file + ":14: Scenario \"from://one->nowhere\": the destination \"nowhere\" has no"
                        + " \"://\"; write it as cf://container\n")
                .awaitErr(" ERROR the scenarios that run go on as they are\n");
        Files.delete(file);
        served.awaitErr(" ERROR " + file + " cannot be read (no such file or directory); ");
        replace(hourly("one", "one") + hourly("four", "two"));
        served.awaitErr("no longer scheduled: two").awaitOk("four", 1);

        assertThat(served.ended("one", "ok")).as("it was never touched").isOne();
        MirrorRun run = served.end();
        assertThat(run.exitCode()).as("%s", run).isEqualTo(143);
        assertThat(run.err()).doesNotContain("\tat ", " WARN  Timeout", "RejectedExecution");
        assertThat(run.err()).containsOnlyOnce("no such file or directory").containsOnlyOnce(":14: ");
        assertThat(run.errLines())
                .filteredOn(line -> line.contains(" ended: "))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line)
                        .matches("\\S+ INFO  [0-9a-f]{8} (from://(\\w+)->to://\\2) \\w+ ended: \\1: [01] copied.*"));
        assertThat(run.out()).isEmpty();
        assertThat(run.orphaned()).isEmpty();
    }

    @Test
    void reportsAScenarioThatAnotherProcessHasAndGoesOn() throws IOException {
        StartedMirror other = mirror.start("from://slow->to://slow").awaitUntil(reached);
        replace(hourly("slow", "slow")
                + ScheduledText.of("one", "scenario", "from://one->to://one", "poll", "1s")
                + ScheduledText.of("two", "scenario", "from://two->to://two", "cron", "* * * * * ?"));

        ServedMirror served = mirror.serve(file).awaitOk("one", 1).awaitOk("two", 2);
        served.awaitErr("slow ended: from://slow->to://slow: LOCKED: another run has it: pid " + other.pid());
        assertThat(served.ended("slow", "locked")).isOne();

        goOn.countDown();
        assertThat(other.await().exitCode()).isZero();
        assertThat(served.end().exitCode()).isEqualTo(143);
    }

    @Test
    void endsWithTheCopyInFlightAndBeginsNoOther() throws IOException {
        source.object("slow", "queued", CONTENT);
        replace(hourly("slow", "slow") + ScheduledText.of("often", "scenario", "from://one->to://one", "every", "1s"));
        ServedMirror served = mirror.setting("mirror.process", 1).serve(file);
        served.process().awaitUntil(reached);

        served.process().signal("TERM").awaitErr("interrupted: copies in flight have 30 s");
        assertThat(served.status("health/ready")).isEqualTo(503);
        assertThat(served.status("health/live")).isEqualTo(200);
        served.awaitErr("no longer scheduled: slow");
        goOn.countDown();
        MirrorRun run = served.process().await();

        assertThat(run.exitCode()).as("%s", run).isEqualTo(143);
        assertThat(destination.bucket("slow")).containsOnlyKeys("object");
        assertThat(destination.bucket("slow").get("object")).asString(UTF_8).isEqualTo(CONTENT);
        assertThat(run.err()).contains("slow ended: from://slow->to://slow: INTERRUPTED; 1 copied (10 B)");
        assertThat(run.err()).doesNotContain("before it began", "\tat ", " WARN  Timeout");
        assertThat(run.orphaned()).isEmpty();
    }

    @Test
    void givesUpACopyThatOutlivesTheGrace() throws IOException {
        replace(hourly("slow", "slow"));
        ServedMirror served = mirror.setting("mirror.grace", 0).serve(file);
        served.process().awaitUntil(reached);

        MirrorRun run = served.end();

        assertThat(run.exitCode()).as("%s", run).isEqualTo(143);
        assertThat(destination.bucket("slow")).isEmpty();
        assertThat(run.err()).contains("slow ended: from://slow->to://slow: INTERRUPTED; 0 copied");
        assertThat(run.orphaned()).isEmpty();
    }

    private static String hourly(String name, String bucket) {
        return ScheduledText.of(name, "scenario", "from://" + bucket + "->to://" + bucket, "every", "1h");
    }

    /** As a container platform does: the file is a link to one below a link, which is switched. */
    private void switchLink(String generation, String text) throws IOException {
        Path content = Files.createDirectory(directory.resolve(".." + generation));
        Files.writeString(content.resolve("scenarios.yaml"), text);
        Path fresh = Files.createSymbolicLink(directory.resolve("..data_tmp"), content.getFileName());
        Files.move(fresh, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        if (!Files.exists(file)) {
            Files.createSymbolicLink(file, Path.of("..data", "scenarios.yaml"));
        }
    }

    /** As an editor does: another file takes the name. */
    private void replace(String text) throws IOException {
        Path fresh = Files.writeString(directory.resolve("fresh.yaml"), text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
