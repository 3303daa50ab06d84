package org.multicloudmirror.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multicloudmirror.testing.FakeRequests.Operation;
import org.multicloudmirror.testing.HeldStore;
import org.multicloudmirror.testing.ScheduledText;

class ScenarioRoutesTest {

    private static final String SCENARIO = "s3://a->cf://b";

    /** Camel takes neither RAW(...) nor RAW{...} for this prefix. */
    private static final String UNSPEAKABLE = "s3://a/)&}&->cf://b";

    private final HeldStore source = new HeldStore();
    private final FakeService service;

    ScenarioRoutesTest(@TempDir Path directory) {
        service = new FakeService(directory, directory.resolve("scenarios.yaml"), source);
        source.with("a", "1", "1");
    }

    @AfterEach
    void close() {
        source.goOn();
        service.close();
    }

    @Test
    void whatDidNotChangeGoesOnUndisturbed() {
        String text = ScheduledText.of("it", "scenario", SCENARIO, "every", "1h");
        assertThat(service.apply(text)).isEmpty();
        source.awaitReached();
        Route route = service.context().getRoute("it");

        assertThat(service.apply(
                        "# moved\n" + text + ScheduledText.of("other", "scenario", "cf://c->s3://d", "poll", "1h")))
                .isEmpty();

        assertThat(service.context().getRoute("it")).isSameAs(route);
        assertThat(service.routes().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"cron, * * * * * ?, 0/1 * * * * ?", "every, 1h, 2h", "poll, 1h, 2h"})
    void whatIsEditedWhileItRunsStartsAnewAfterThat(String trigger, String before, String after) {
        assertThat(service.apply(ScheduledText.of("it", "scenario", SCENARIO, trigger, before)))
                .isEmpty();
        source.awaitReached();

        assertThat(service.apply(ScheduledText.of("it", "scenario", SCENARIO, trigger, after)))
                .isEmpty();
        source.goOn();

        await().until(() -> service.ended("it", "ok") >= 2);
        assertThat(source.requests().count(Operation.GET)).isOne();
    }

    @Test
    void noneStartsWhenOneOfTheFirstCannot() {
        List<String> mistakes = service.apply(ScheduledText.of("good", "scenario", SCENARIO, "every", "1s")
                + ScheduledText.of("bad", "scenario", UNSPEAKABLE, "poll", "1h"));

        assertThat(mistakes)
                .singleElement()
                .asString()
                .contains(":10: bad cannot be scheduled: its route: Failed to resolve endpoint: ")
                .doesNotContain("\n");
        assertThat(service.routes().size()).isZero();
        assertThat(service.context().getRoute("good")).isNull();
        assertThat(source.requests().count(Operation.LIST)).isZero();
    }

    @Test
    void anEditThatFailsHalfWayChangesNothing() {
        source.goOn();
        String first = ScheduledText.of("first", "scenario", SCENARIO, "every", "1h");
        String edited = ScheduledText.of("edited", "scenario", "s3://a->cf://c", "cron", "0 0 3 1 1 ?");
        assertThat(service.apply(first + edited)).isEmpty();
        Route undisturbed = service.context().getRoute("first");
        Route notEdited = service.context().getRoute("edited");

        assertThat(service.apply(ScheduledText.of("new", "scenario", "s3://a->cf://e", "every", "1h")
                        + ScheduledText.of("edited", "scenario", "s3://a->cf://c", "every", "1h")
                        + ScheduledText.of("bad", "scenario", UNSPEAKABLE, "poll", "1h")))
                .hasSize(1);
        assertThat(service.context().getRoute("first")).isSameAs(undisturbed);
        assertThat(service.context().getRoute("edited")).isSameAs(notEdited);
        assertThat(List.of("bad", "new")).allMatch(name -> service.context().getRoute(name) == null);
        assertThat(service.apply(first + edited))
                .as("the very same runs: nothing has to be begun anew")
                .isEmpty();
        assertThat(service.context().getRoute("first")).isSameAs(undisturbed);

        assertThat(service.apply(first + ScheduledText.of("bad", "scenario", "s3://a->cf://d", "poll", "1h")))
                .isEmpty();
        await().until(() -> service.ended("bad", "ok") == 1);
    }

    /** It cannot be made before the route that has its id is removed. */
    @Test
    void anEditedOneThatCannotBeMadeIsAsItWasBefore() {
        source.goOn();
        String before = ScheduledText.of("it", "scenario", SCENARIO, "every", "1h");
        String other = ScheduledText.of("other", "scenario", "s3://a->cf://c", "every", "1h");
        assertThat(service.apply(before + other)).isEmpty();
        await().until(() -> service.ended("it", "ok") == 1 && service.ended("other", "ok") == 1);
        long listed = source.requests().count(Operation.LIST);

        assertThat(service.apply(ScheduledText.of("new", "scenario", "s3://a->cf://d", "every", "1h")
                        + ScheduledText.of("it", "scenario", UNSPEAKABLE, "poll", "1h")))
                .hasSize(1);

        assertThat(service.routes().size()).isEqualTo(2);
        assertThat(service.context().getRoute("new")).isNull();
        assertThat(service.routes().byName("it").orElseThrow().scenario()).hasToString(SCENARIO);
        await().until(() -> source.requests().count(Operation.LIST) >= listed + 2);
        assertThat(service.context().getRoute("other")).isNotNull();
        assertThat(service.ended("new", "ok")).as("it never began").isZero();
    }
}
