package org.multicloudmirror.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.it.process.Mirror;
import org.multicloudmirror.it.process.MirrorRun;
import org.multicloudmirror.it.servers.Answer;
import org.multicloudmirror.it.servers.FakeS3;

/** A listing that breaks off is never taken for a whole one: exit code 1, whatever it broke by. */
class BrokenListingIT {

    private static final String NO_MORE = "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";

    /** Second pages, by what is wrong with them. */
    private static final Map<String, Answer> BROKEN = new LinkedHashMap<>();

    static {
        BROKEN.put("an-error", Answer.error(500, "InternalError"));
        BROKEN.put("throttled", Answer.error(503, "SlowDown"));
        BROKEN.put("garbage", Answer.text(200, "<html><body>Welcome to the hotel's network</body></html>"));
        BROKEN.put("no-xml", Answer.text(200, "{\"a\": 1}"));
        BROKEN.put("nothing", Answer.text(200, ""));
        BROKEN.put("cut-xml", Answer.text(200, NO_MORE.substring(0, NO_MORE.length() - 5)));
        BROKEN.put("cut-connection", Answer.halfOf(NO_MORE));
        BROKEN.put("late-error", Answer.text(200, "<Error><Code>InternalError</Code></Error>"));
        BROKEN.put(
                "no-token", Answer.text(200, "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>"));
        BROKEN.put(
                "no-date",
                Answer.text(
                        200,
                        NO_MORE.replace(
                                "<IsT",
                                "<Contents><Key>b</Key><LastModified>soon"
                                        + "</LastModified><Size>1</Size></Contents><IsT")));
        BROKEN.put(
                "no-number",
                Answer.text(
                        200, NO_MORE.replace("<IsT", "<Contents><Key>b</Key><Size>big</Size>" + "</Contents><IsT")));
    }

    private final FakeS3 broken = new FakeS3();
    private final FakeS3 whole = new FakeS3();
    private final Mirror mirror;

    BrokenListingIT(@TempDir Path directory) {
        mirror = Mirror.inThisProcess(directory)
                .store("broken", broken.asStore())
                .store("whole", whole.asStore())
                .setting("mirror.retries.throttled", 2);
    }

    @AfterEach
    void close() {
        broken.close();
        whole.close();
    }

    @Test
    void aBrokenSourceIsNotTakenForAWholeOne() {
        List<String> scenarios = new ArrayList<>();
        BROKEN.forEach((name, answer) -> {
            broken.object(name, "a", "1").object(name, "b", "2");
            broken.next("LIST " + name, broken.pageBefore(name, "b")).always("LIST " + name, answer);
            whole.bucket(name);
            scenarios.add("broken://" + name + "->whole://" + name);
        });

        MirrorRun run = mirror.run(scenarios.toArray(String[]::new));

        assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
        assertThat(run.outLines()).hasSize(scenarios.size() + 1);
        for (String name : BROKEN.keySet()) {
            assertThat(run.outLines())
                    .filteredOn(line -> line.startsWith("broken://" + name + "->whole://" + name + ": "))
                    .singleElement(STRING)
                    .contains(": COULD NOT RUN: listing broken://" + name + ": ")
                    .contains("; 1 copied (1 B), 0 failed")
                    .doesNotContain("\\u000a");
        }
        assertThat(BROKEN.keySet())
                .allSatisfy(name -> assertThat(whole.bucket(name)).containsOnlyKeys("a"));
        assertThat(run.err()).doesNotContain("\tat ");
    }

    @Test
    void aBrokenDestinationIsNotTakenForAnEmptyOne() {
        List<String> scenarios = new ArrayList<>();
        BROKEN.forEach((name, answer) -> {
            List.of("a", "b", "c", "d").forEach(key -> whole.object(name, key, key));
            List.of("a", "c").forEach(key -> broken.object(name, key, key));
            broken.next("LIST " + name, broken.pageBefore(name, "b")).always("LIST " + name, answer);
            scenarios.add("whole://" + name + "->broken://" + name);
        });

        MirrorRun run = mirror.run(scenarios.toArray(String[]::new));

        assertThat(run.exitCode()).as("%s", run).isEqualTo(1);
        assertThat(run.outLines())
                .filteredOn(line -> line.contains(": COULD NOT RUN: "))
                .hasSize(scenarios.size());
        assertThat(broken.requests()).noneMatch(request -> request.startsWith("PUT "));
    }
}
