package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.component.http.HttpComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;

/** Each file of {@code docs/recipes}, run beside the shipped routes; hostile keys are among the objects. */
class RecipesTest {

    private static final Path RECIPES = Path.of("docs/recipes");
    private static final List<String> HOSTILE = List.of("${sys.user.home}", "line\nbreak", "../up", "a\"b");

    private final Path directory;
    private final OwnRoutes own;

    RecipesTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.own = new OwnRoutes(Files.createDirectory(directory.resolve("home")));
        own.cf().bucket("photos");
        HOSTILE.forEach(key -> own.s3().with("photos", key, "of " + key));
    }

    @AfterEach
    void end() {
        own.close();
    }

    private OwnRoutes recipe(String name) throws IOException {
        return own.with(name, Files.readString(RECIPES.resolve(name)));
    }

    private void mirror() {
        own.producer().requestBody("direct:try", "s3://photos->cf://photos");
    }

    private OwnRoutes mirrors() throws IOException {
        return own.with("try.camel.yaml", """
                - from:
                    uri: direct:try
                    steps:
                      - to: mirror:run
                """);
    }

    private static void assertSame(FakeStore destination, String bucket) {
        assertThat(destination.objects(bucket)).containsOnlyKeys(HOSTILE.toArray(String[]::new));
    }

    @Test
    void slack() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver()) {
            recipe("slack.camel.yaml");
            mirrors()
                    .property("slack.url", receiver.url() + "/services/T0/B0/x")
                    .start(false);
            own.s3().requests().failAlways(Operation.GET, "line\nbreak", new TransientStoreException("said \"no\""));

            mirror();
            own.endRuns();

            HttpReceiver.Request told = receiver.only();
            assertThat(told.method()).isEqualTo("POST");
            assertThat(((HttpComponent) own.context().getComponent("http")).getResponseTimeout())
                    .as("nobody waits for ever")
                    .isEqualTo(60_000);
            assertThat(told.path()).isEqualTo("/services/T0/B0/x");
            assertThat(told.header("Content-type")).isEqualTo("application/json");
            JsonNode json = new ObjectMapper().readTree(told.body());
            assertThat(json.get("text").asText())
                    .startsWith("s3://photos->cf://photos: 3 copied")
                    .contains("1 failed");
        }
    }

    @Test
    void slackIsNotToldOfARunThatIsOk() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver()) {
            recipe("slack.camel.yaml");
            mirrors().property("slack.url", receiver.url()).start(false);

            mirror();
            own.endRuns();

            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void ping() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver()) {
            recipe("ping.camel.yaml");
            mirrors().property("ping.url", receiver.url() + "/uuid").start(false);

            mirror();
            own.s3().with("photos", "late", "1");
            own.s3().requests().failAlways(Operation.GET, "late", new TransientStoreException("503"));
            mirror();
            own.endRuns();

            assertThat(receiver.requests())
                    .extracting(HttpReceiver.Request::path)
                    .containsExactly("/uuid", "/uuid/fail");
            assertThat(receiver.requests().get(1).body()).contains("1 failed");
        }
    }

    @Test
    void archiveReport() throws Exception {
        recipe("archive-report.camel.yaml");
        own.s3().bucket("reports");
        mirrors()
                .property("archive.location", "s3://reports/mirror/")
                .property("mirror.report.dir", directory.resolve("reports"))
                .start(false);

        mirror();
        own.endRuns();

        assertThat(own.s3().objects("reports")).hasSize(1);
        own.s3().objects("reports").forEach((key, object) -> {
            assertThat(key).matches("mirror/\\d{4}/\\d{2}/mirror-.*\\.jsonl");
            assertThat(object.text().lines().filter(line -> line.contains("\"copied\"")))
                    .hasSizeGreaterThanOrEqualTo(HOSTILE.size());
        });
    }

    @Test
    void csv() throws Exception {
        Path orders = Files.createDirectory(directory.resolve("orders"));
        recipe("csv.camel.yaml").property("csv.directory", orders);
        own.s3().with("photos", "2025/a", "1").with("photos", "2026/b", "2").with("photos", "2026/b.tmp", "3");
        own.s3().with("photos", "2026/${body}", "4").with("photos", "2027/c", "5");
        own.start(true);

        Files.writeString(orders.resolve("three.csv"), """
                scenario,filters
                s3://photos/2025/->cf://photos/2025/,
                no scenario,
                s3://photos/2026/->cf://photos/2026/,- **.tmp
                """);

        await().until(() -> Files.exists(orders.resolve("done/three.csv")));
        assertThat(own.cf().objects("photos")).containsOnlyKeys("2025/a", "2026/b", "2026/${body}");
    }

    @Test
    void fanOut() throws Exception {
        recipe("fan-out.camel.yaml").start(true);

        await().until(() -> own.cf().bucketExists("photos-copy")
                && own.cf().objects("photos-copy").size() == HOSTILE.size()
                && own.cf().objects("photos").size() == HOSTILE.size());
        assertSame(own.cf(), "photos");
        assertSame(own.cf(), "photos-copy");
    }

    @Test
    void directory() throws Exception {
        Path local = directory.resolve("local");
        Files.createDirectories(local.resolve("sub"));
        Files.writeString(local.resolve("${sys.user.home}"), "1");
        Files.writeString(local.resolve("line\nbreak"), "22");
        Files.writeString(local.resolve("sub/name"), "333");
        Files.writeString(local.resolve(".empty"), "");
        recipe("directory.camel.yaml").property("local.directory", local).start(true);

        Set<String> keys = Stream.of("${sys.user.home}", "line\nbreak", "sub/name", ".empty")
                .map(name -> "from-disk/" + name)
                .collect(Collectors.toSet());
        await().until(() -> own.cf().objects("photos").keySet().equals(keys));
        assertThat(own.cf().object("photos", "from-disk/sub/name").text()).isEqualTo("333");

        Files.writeString(local.resolve("sub/name"), "4444");
        await().until(() -> own.cf().object("photos", "from-disk/sub/name").bytes().length == 4);
    }

    @Test
    void nightlyCheck() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            recipe("nightly-check.camel.yaml");
            mirrors()
                    .property("check.from", "joe@a.com")
                    .property("check.to", "ann@b.com")
                    .property("check.mail", "smtp:127.0.0.1:" + mail.getSmtp().getPort())
                    .start(true);

            own.producer().sendBody("direct:check-photos", "");
            mirror();
            own.producer().sendBody("direct:check-photos", "");

            MimeMessage[] received = mail.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getSubject()).isEqualTo("photos are not the same");
            assertThat(received[0].getAllRecipients()[0]).hasToString("ann@b.com");
            assertThat(GreenMailUtil.getBody(received[0]))
                    .startsWith("s3://photos->cf://photos: different")
                    .contains("MISSING=4");
        } finally {
            mail.stop();
        }
    }

    @Test
    void oneKey() throws Exception {
        Path keys = Files.createDirectory(directory.resolve("keys"));
        recipe("one-key.camel.yaml").property("key.directory", keys).start(true);

        Files.writeString(keys.resolve("1"), "${sys.user.home}");
        Files.writeString(keys.resolve("2"), "line\nbreak");

        await().until(() -> own.cf().objects("photos").size() == 2);
        assertThat(own.cf().objects("photos")).containsOnlyKeys("${sys.user.home}", "line\nbreak");
        assertThat(own.cf().object("photos", "line\nbreak").text()).isEqualTo("of line\nbreak");
    }

    /** No recipe without a test. */
    @Test
    void allAreHere() throws IOException {
        try (Stream<Path> files = Files.list(RECIPES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".camel.yaml", "")))
                    .containsExactlyInAnyOrder(
                            "slack",
                            "ping",
                            "archive-report",
                            "csv",
                            "fan-out",
                            "directory",
                            "nightly-check",
                            "one-key");
        }
    }
}
