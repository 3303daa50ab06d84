package org.multicloudmirror.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** What the service tells of its runs: in the log, by mail, in the history. */
class ServeReportsIT {

    private static final String CONTENT = "0123456789";
    private static final String EVIL_KEY = "evil\n04:00:00 INFO  all is well\u001b[2J\u009b\u202e\"";
    private static final Pattern SCENARIO = Pattern.compile("from://\\w+->to://\\w+");
    private static final String PASSWORD = "PlantedMailPassword";
    private static final String SECRET_KEY = "PlantedSecretKey";
    private static final Map<String, String> ENDED = Map.of(
            "always-idle", "ok",
            "change-idle", "ok",
            "change-copy", "ok",
            "failure-copy", "ok",
            "failure-evil", "some-failed");

    private final GreenMail mails =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final FakeS3 source = new FakeS3();
    private final FakeS3 destination = new FakeS3();
    private final Path file;
    private final Path state;
    private final Path archive;
    private final Mirror mirror;

    ServeReportsIT(@TempDir Path directory) {
        file = directory.resolve("scenarios.yaml");
        state = directory.resolve("state");
        archive = directory.resolve("archive");
        mirror = new Mirror(directory).store("from", source.asStore()).store("to", destination.asStore());
    }

    @BeforeEach
    void start() throws IOException {
        mails.start();
        mails.setUser("joe@example.org", "mirror-user", PASSWORD);
        mails.getUserManager().setAuthRequired(true);
        source.bucket("empty");
        source.object("same", "object", CONTENT)
                .object("new", "object", CONTENT)
                .object("evil", EVIL_KEY, CONTENT);
        source.always("GET evil/" + EVIL_KEY, new ObjectAnswer(CONTENT.getBytes(UTF_8)).half());
        destination.object("same", "object", CONTENT);
        mirror.setting("mirror.mail.host", "127.0.0.1")
                .setting("mirror.mail.port", mails.getSmtp().getPort())
                .setting("mirror.mail.username", "mirror-user")
                .setting("mirror.mail.tls", "none")
                .setting("mirror.mail.password", PASSWORD)
                .setting("mirror.mail.from", "mirror@example.org")
                .setting("mirror.mail.to", "joe@example.org")
                .setting("mirror.stores.from.secret-key", SECRET_KEY)
                .setting("mirror.report.dir", archive)
                .setting("mirror.state-dir", state);
        Files.writeString(
                file,
                scheduled("always-idle", "from://empty->to://empty", "always")
                        + scheduled("change-idle", "from://same->to://same", "on-change")
                        + scheduled("change-copy", "from://new->to://new", "on-change")
                        + scheduled("failure-copy", "from://new->to://other", "on-failure")
                        + scheduled("failure-evil", "from://evil->to://evil", "on-failure"));
    }

    @AfterEach
    void close() {
        mails.stop();
        source.close();
        destination.close();
    }

    @Test
    void toMachinesInJson() throws Exception {
        MirrorRun run = served("--json-log", "--debug");

        List<Map<String, String>> lines =
                run.errLines().stream().map(ServeReportsIT::json).toList();
        assertThat(lines).allSatisfy(line -> {
            assertThat(Instant.parse(line.get("time"))).isAfter(Instant.EPOCH);
            assertThat(line.get("level")).isIn("DEBUG", "INFO", "WARN", "ERROR");
            assertThat(line).containsKeys("logger", "message");
            assertThat(line.containsKey("run") && !line.containsKey("scenario")).isFalse();
        });
        assertThat(lines)
                .filteredOn(line -> line.get("message").contains(" ended: "))
                .hasSize(ENDED.size())
                .allSatisfy(line -> assertThat(line.get("message"))
                        .contains(" ended: " + line.get("scenario") + ": ")
                        .satisfies(message -> assertThat(line.get("run")).matches("[0-9a-f]{8}")));
        assertThat(lines)
                .filteredOn(line -> line.get("message").contains(EVIL_KEY))
                .allSatisfy(line -> assertThat(line).containsEntry("scenario", "from://evil->to://evil"));
        assertThat(lines).anySatisfy(line -> assertThat(line.get("message"))
                .startsWith("failure-evil failed: " + EVIL_KEY + ": "));
        assertThat(run.err()).doesNotContain("Planted");

        assertThat(Arrays.stream(mails.getReceivedMessages()).map(ServeReportsIT::scenario))
                .containsExactlyInAnyOrder(
                        "from://empty->to://empty", "from://new->to://new", "from://evil->to://evil");
        assertThat(archive.toFile().list()).as("a report each").hasSize(ENDED.size());
    }

    @Test
    void toPeopleInLinesAndInTheHistory() {
        MirrorRun run = served();

        assertThat(run.errLines())
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:Z|[+-]\\d\\d:\\d\\d) (INFO |WARN |ERROR) [^\\p{Cntrl}]+"))
                .noneMatch(line -> line.startsWith("04:00:00 INFO  all is well"))
                .anyMatch(line -> line.matches(
                        ".* WARN  [0-9a-f]{8} from://evil->to://evil failure-evil failed: evil\\\\u000a04:00:00 INFO  all is"
                                + " well\\\\u001b\\[2J\\\\u009b\\\\u202e\": from://evil/.*"));
        assertThat(run.err()).doesNotContain("\tat ", "Planted");

        MirrorRun history = mirror.command("history");
        assertThat(history.exitCode()).as("%s", history).isZero();
        assertThat(history.outLines())
                .hasSize(ENDED.size())
                .allMatch(line ->
                        line.matches("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  [0-9a-f]{8}  \\S+ +from://.*"))
                .anyMatch(line -> line.matches(
                        ".*  ok             from://new->to://new \\(change-copy\\)  [0-9.]+ s  1 copied \\(10 B\\), 0 equal,"
                                + " 0 failed"))
                .anyMatch(line -> line.matches(
                        ".*  some-failed    from://evil->to://evil \\(failure-evil\\)  [0-9.]+ s  0 copied \\(0 B\\), 0"
                                + " equal, 1 failed"));
    }

    /** All scenarios have run once. */
    private MirrorRun served(String... arguments) {
        ServedMirror served = mirror.serve(file, arguments);
        ENDED.forEach((name, status) -> await().until(() ->
                served.ended(name, status) == 1 || !served.process().isAlive()));
        MirrorRun run = served.end();
        assertThat(run.exitCode()).as("%s", run).isEqualTo(143);
        return run;
    }

    private static String scheduled(String name, String scenario, String mail) {
        return ScheduledText.of(name, "scenario", scenario, "every", "1h", "mail", mail);
    }

    private static Map<String, String> json(String line) {
        try {
            return new ObjectMapper().readValue(line, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    /** The one that a mail is about. */
    private static String scenario(MimeMessage mail) {
        String text = GreenMailUtil.getWholeMessage(mail);
        Matcher found = SCENARIO.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
