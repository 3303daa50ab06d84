package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.ScheduledText;
import org.quartz.CronTrigger;
import org.quartz.TriggerKey;

/** A trigger's URI goes through Camel's hands; what was written must come out of them. */
@TestInstance(Lifecycle.PER_CLASS)
class TriggersOfCamelTest {

    private static final String EXPRESSION = "0 0 3 ? JAN-DEC MON-FRI";

    private final FakeService service;

    TriggersOfCamelTest(@TempDir Path directory) {
        service = new FakeService(directory, directory.resolve("scenarios.yaml"));
        service.s3().bucket("a");
        service.cf().bucket("b");
    }

    @AfterEach
    void clear() {
        assertThat(service.apply("")).isEmpty();
        service.s3().objects("a").clear();
        service.cf().objects("b").clear();
    }

    @AfterAll
    void close() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "UTC", "Z", "Etc/GMT+5", "+02:00", "-03:30", "UTC+02:00", "GMT-1"})
    void cronKeepsItsZone(String zone) throws Exception {
        assertThat(service.apply(
                        ScheduledText.of("it", "scenario", "s3://a->cf://b", "cron", EXPRESSION, "timezone", zone)))
                .isEmpty();

        assertThat(trigger().getCronExpression()).isEqualTo(EXPRESSION);
        assertThat(offset(trigger().getTimeZone().toZoneId())).isEqualTo(offset(ZoneId.of(zone)));
    }

    @Test
    void cronStartsManyAtOnce() throws Exception {
        assertThat(service.apply(ScheduledText.of("it", "scenario", "s3://a->cf://b", "cron", EXPRESSION)))
                .isEmpty();

        assertThat(service.context()
                        .getComponent("quartz", QuartzComponent.class)
                        .getScheduler()
                        .getMetaData()
                        .getThreadPoolSize())
                .isEqualTo(100);
    }

    @Test
    void cronHasTheMachinesZone() throws Exception {
        assertThat(service.apply(ScheduledText.of("it", "scenario", "s3://a->cf://b", "cron", EXPRESSION)))
                .isEmpty();

        assertThat(offset(trigger().getTimeZone().toZoneId())).isEqualTo(offset(ZoneId.systemDefault()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with blank",
                "100%",
                "%20",
                "a+b",
                "a&b=c",
                "(a)&b",
                "{a}&b",
                "RAW(a)&b",
                "what?x=1",
                "#hash",
                "${sys.user.home}",
                "grüße-☃-𝄞"
            })
    void pollKeepsItsPrefix(String prefix) {
        int before = service.ended("it", "ok");
        service.s3().with("a", prefix + "/one", FakeObject.of("1")).with("a", "other/two", "22");

        assertThat(service.apply(ScheduledText.of("it", "scenario", "s3://a/" + prefix + "->cf://b", "poll", "1h")))
                .isEmpty();

        await().untilAsserted(() -> assertThat(service.ended("it", "ok")).isEqualTo(before + 1));
        assertThat(service.cf().objects("b")).containsOnlyKeys("one");
    }

    private CronTrigger trigger() throws Exception {
        return (CronTrigger) service.context()
                .getComponent("quartz", QuartzComponent.class)
                .getScheduler()
                .getTrigger(TriggerKey.triggerKey("it", "scenario"));
    }

    private static ZoneOffset offset(ZoneId zone) {
        return zone.getRules().getOffset(Instant.EPOCH);
    }
}
