package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.cloud.quirk.IgnoresPrefix;
import org.multicloudmirror.cloud.quirk.ListsWhatIsDeleted;

/** Services that list other keys than those that were asked for. */
class ForeignKeysTest extends FieldTest {

    private static final List<String> OURS =
            IntStream.range(0, 12).mapToObj("p/k%02d"::formatted).toList();

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatLiesBesideTheDestinationIsNotDeleted(Way way) {
        OURS.forEach(key -> way.source(cloud).put("src", key, "x"));
        List<String> before = fill(way.destination(cloud), "dst");
        cloud.switchOn(new IgnoresPrefix("dst"));

        FieldResult result = run.mirror("--delete", "--max-delete=100%", "--min-sync=0", below(way, "p", "p"));

        assertRefused(result, "a first");
        assertThat(way.destination(cloud).keys("dst")).isEqualTo(before);
    }

    /** The first keys are right, and the others come on the same page. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void keysBehindThoseOfTheDestinationAreSeenAsWell(Way way) {
        OURS.forEach(key -> way.source(cloud).put("src", key, "x"));
        way.destination(cloud).put("dst", "p/k00", "x");
        way.destination(cloud).put("dst", "z last", "precious");
        cloud.switchOn(new IgnoresPrefix("dst"));

        FieldResult result = run.mirror("--delete", "--max-delete=100%", "--min-sync=0", below(way, "p", "p"));

        assertRefused(result, "z last");
        assertThat(way.destination(cloud).keys("dst")).containsExactly("p/k00", "z last");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatLiesBesideTheSourceIsNotTakenForIt(Way way) {
        fill(way.source(cloud), "src");
        // of the same relative key, were two characters cut off
        way.source(cloud).put("src", "q/k00", "another one");
        cloud.switchOn(new IgnoresPrefix("src"));

        FieldResult result = run.mirror(below(way, "p", "copies"));

        assertRefused(result, "a first");
        assertThat(way.destination(cloud).keys("dst")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aPrefixMayBeLongerThanTheKeys(Way way) {
        way.source(cloud).put("src", "k", "x");
        cloud.switchOn(new IgnoresPrefix("src"));

        FieldResult result = run.mirror(below(way, "a/very/long/prefix", "copies"));

        assertRefused(result, "k");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCheckAndAValidationTell(Way way) {
        OURS.forEach(key -> way.source(cloud).put("src", key, "x"));
        fill(way.destination(cloud), "dst");
        cloud.switchOn(new IgnoresPrefix("dst"));

        FieldResult check = run.command("check", below(way, "p", "p"));
        FieldResult validation = run.command("validate", below(way, "p", "p"));

        assertRefused(check, "a first");
        assertThat(check.out()).doesNotContain("a first: ");
        assertRefused(validation, "a first");
    }

    /** A listing of one key that names another one does not say that the first is gone. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void anObjectIsNotGoneBecauseAnotherIsListed(Way way) {
        way.source(cloud).put("src", "a", "x");
        way.source(cloud).put("src", "b", "x");
        cloud.switchOn(new ListsWhatIsDeleted("src", "b"));
        cloud.switchOn(new IgnoresPrefix("src"));

        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.kind("b")).isEqualTo("failed");
        assertThat(result.reason("b")).contains("does not begin with the prefix");
    }

    private static List<String> fill(Service service, String bucket) {
        OURS.forEach(key -> service.put(bucket, key, "x"));
        service.put(bucket, "a first", "precious");
        service.put(bucket, "z last", "precious");
        return service.keys(bucket);
    }

    private static String below(Way way, String from, String to) {
        return way.scenario().replace("src", "src/" + from).replace("dst", "dst/" + to);
    }

    private static void assertRefused(FieldResult result, String key) {
        assertThat(result.exit()).as(result.told()).isEqualTo(1);
        assertThat(result.told())
                .contains("the listing names \"" + key + "\", which does not begin with the prefix")
                .contains("look for a cache or a proxy");
    }
}
