package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.settings.RunSettings;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.FakeStore;
import org.multicloudmirror.testing.ScheduledText;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;

/** The file of scheduled scenarios as it ships, and each of its examples with its # removed. */
class ShippedScenariosTest {

    private static final Path SHIPPED = Path.of("routes", "scenarios.camel.yaml");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^#- templatedRoute:\\n(?:#  .*\\n?)+");
    private static final Pattern NAME = Pattern.compile("routeId: (\\S+)");

    private final FakeService service;

    ShippedScenariosTest(@TempDir Path directory) {
        service = new FakeService(directory, SHIPPED);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void hasNoScenarioButThreeExamples() throws IOException {
        assertThat(service.source().parse(service.source().read())).isEmpty();
        assertThat(examples()).containsOnlyKeys("photos-to-swift", "documents-to-s3", "incoming");
    }

    /** The template is the list that people read. */
    @Test
    void theTemplateHasAllThatARunMayHaveOfItsOwn() {
        Set<String> expected = new TreeSet<>(RunSettings.BY_NAME.keySet());
        expected.addAll(Set.of("scenario", "cron", "timezone", "misfire", "every", "poll"));

        assertThat(service.routes().parameters()).containsOnlyKeys(expected);
    }

    @Test
    void aWebhookThatIsNotSetIsToldWithItsLine() {
        String text = ScheduledText.of("one", "scenario", "s3://a->cf://b", "every", "1m", "webhook", "team");

        assertThatExceptionOfType(ScenariosFileException.class)
                .isThrownBy(() ->
                        service.source().parse(ScenarioTexts.of(service.source().place(), text)))
                .satisfies(refused -> assertThat(refused.lines())
                        .containsExactly(SHIPPED + ":10: webhook is \"team\"; write a name NAME for which"
                                + " mirror.webhooks.NAME.url is set; there is none yet"));
    }

    @Test
    void allExamplesCanBeUsedTogether() throws IOException {
        String all = EXAMPLE.matcher(
                        service.source().read().byFile().values().iterator().next())
                .replaceAll(found -> Matcher.quoteReplacement(uncommented(found.group())));

        assertThat(service.source().parse(ScenarioTexts.of(service.source().place(), all)))
                .extracting(ScheduledScenario::name)
                .containsExactly("photos-to-swift", "documents-to-s3", "incoming");
    }

    @Test
    void cronFiresByTheClockOfItsZone() throws Exception {
        service.s3().with("photos", "a", "1").with("photos", "b", "22");

        assertThat(service.apply(example("photos-to-swift"))).isEmpty();

        Scheduler scheduler =
                service.context().getComponent("quartz", QuartzComponent.class).getScheduler();
        CronTrigger trigger = (CronTrigger) scheduler.getTrigger(TriggerKey.triggerKey("photos-to-swift", "scenario"));
        assertThat(trigger.getCronExpression()).isEqualTo("0 30 0/4 * * ?");
        assertThat(trigger.getTimeZone()).isEqualTo(TimeZone.getTimeZone("Europe/Berlin"));
        assertThat(trigger.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
        ZonedDateTime next = trigger.getNextFireTime().toInstant().atZone(BERLIN);
        assertThat(next)
                .isBetween(
                        ZonedDateTime.now(BERLIN).minusMinutes(1),
                        ZonedDateTime.now(BERLIN).plusHours(6));
        assertThat(next.getHour() % 4).isZero();
        assertThat(next.getMinute()).isEqualTo(30);
        assertThat(next.getSecond()).isZero();
        assertThat(service.s3().requests().count(Operation.LIST))
                .as("not before its time")
                .isZero();

        scheduler.triggerJob(trigger.getJobKey());

        await().untilAsserted(
                        () -> assertThat(service.ended("photos-to-swift", "ok")).isOne());
        assertThat(texts(service.cf(), "photos")).isEqualTo(Map.of("a", "1", "b", "22"));
    }

    @Test
    void everyRunsAtOnce() throws IOException {
        service.cf().with("documents", "2026/a", "1").with("documents", "2025/b", "22");

        assertThat(service.apply(example("documents-to-s3"))).isEmpty();

        await().untilAsserted(
                        () -> assertThat(service.ended("documents-to-s3", "ok")).isOne());
        assertThat(texts(service.s3(), "archive")).isEqualTo(Map.of("documents/a", "1"));
    }

    @Test
    void pollRunsAtOnce() throws IOException {
        service.s3().with("incoming", "a", "1");

        assertThat(service.apply(example("incoming"))).isEmpty();

        await().untilAsserted(() -> assertThat(service.ended("incoming", "ok")).isOne());
        assertThat(texts(service.cf(), "incoming")).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void pollRunsAgainWhenTheSourceHasChangedAndNotBefore() throws IOException {
        service.s3().with("incoming", "a", "1");
        assertThat(service.apply(example("incoming").replace("1m", "1s"))).isEmpty();
        await().untilAsserted(() -> assertThat(service.ended("incoming", "ok")).isOne());

        int listed = service.s3().requests().count(Operation.LIST);
        await().until(() -> service.s3().requests().count(Operation.LIST) >= listed + 2);
        assertThat(service.ended("incoming", "ok"))
                .as("it looked, and saw nothing new")
                .isOne();

        service.s3().with("incoming", "b", "22");
        await().untilAsserted(() -> assertThat(service.ended("incoming", "ok")).isEqualTo(2));
        assertThat(texts(service.cf(), "incoming")).isEqualTo(Map.of("a", "1", "b", "22"));
    }

    private static String example(String name) throws IOException {
        return examples().getOrDefault(name, "");
    }

    /** By their routeIds. */
    private static Map<String, String> examples() throws IOException {
        Map<String, String> examples = new LinkedHashMap<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(SHIPPED));
        while (matcher.find()) {
            String text = uncommented(matcher.group());
            Matcher name = NAME.matcher(text);
            assertThat(name.find()).as(text).isTrue();
            examples.put(name.group(1), text);
        }
        return examples;
    }

    private static String uncommented(String example) {
        return example.replaceAll("(?m)^#", "");
    }

    private static Map<String, String> texts(FakeStore store, String bucket) {
        return store.objects(bucket).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, object -> object.getValue().text()));
    }
}
