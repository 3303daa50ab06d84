package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Refuses;

/** An answer that is no right one is told in words for whoever set the endpoint. */
class BrokenAnswerTest extends FieldTest {

    private static final String HTML = "<html><head><title>Sign in</title></head><body>Welcome<br></body></html>";

    /** A login by the first protocol that is none; the credentials are not to blame. */
    @ParameterizedTest
    @ValueSource(strings = {"html", "X-Auth-Token", "X-Storage-Url"})
    void aLoginThatIsNoneIsNotARefusal(String lacks) {
        cloud.s3().put("src", "k", "text");
        cloud.switchOn(new Changed(
                call -> call.path().startsWith("/auth/"),
                reply -> lacks.equals("html")
                        ? Reply.text(200, "text/html", HTML)
                        : reply.without(lacks).without(lacks.equals("X-Auth-Token") ? "X-Storage-Token" : lacks)));

        FieldResult result = mirror(Way.TO_SWIFT);

        assertThat(result.exit()).as(result.told()).isEqualTo(1);
        assertThat(result.told())
                .contains("the identity service's answer is not understood: it has no token or no storage URL; check"
                        + " mirror.stores.cf.endpoint")
                .doesNotContain("refuses the credentials");
    }

    /** The same range comes in the same way each time. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aRangeThatIsNotNamedFailsAtOnce(Way way) {
        way.source(cloud).put("src", "large", noise(11 * MIB), Map.of());
        cloud.switchOn(new Changed(call -> call.header("Range").isPresent(), reply -> reply.without("Content-Range")));

        FieldResult result = mirror(way, "--multipart-threshold=6M");

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.told())
                .contains("the store answers 206 without Content-Range")
                .contains("set mirror.multipart-threshold above its size");
        assertThat(result.objects().get("large")).containsEntry("attempts", 1L);
    }

    /** Extras that stay because the source does not tell are told once. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void extrasThatAreNotConfirmedAreCounted(Way way) {
        way.source(cloud).put("src", "k", "same");
        way.destination(cloud).put("dst", "k", "same");
        way.destination(cloud).put("dst", "extra 1", "old");
        way.destination(cloud).put("dst", "extra 2", "old");
        cloud.switchOn(Refuses.with(
                403, "AccessDenied", call -> call.bucket().equals("src") && call.isObject() && !call.is("PUT")));

        FieldResult result = mirror(way, "--delete", "--max-delete=100%", "--min-sync=0");

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).keys("dst")).hasSize(3);
        assertThat(result.err())
                .filteredOn(line -> line.contains("not deleted for want of an answer from the source: 2; the first: "))
                .singleElement()
                .asString()
                .startsWith("WARN ")
                .contains("403");
    }

    /** Answers to some requests, changed. */
    private record Changed(Predicate<Call> which, UnaryOperator<Reply> how) implements Quirk {

        @Override
        public Reply after(Call call, Reply reply) {
            return which.test(call) ? how.apply(reply) : reply;
        }
    }
}
