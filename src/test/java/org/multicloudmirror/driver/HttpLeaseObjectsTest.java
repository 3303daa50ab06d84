package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Recorded;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.it.contract.OpenStore;
import org.multicloudmirror.storage.LeaseKeys;
import org.multicloudmirror.storage.LeaseObjects;
import org.multicloudmirror.storage.LeaseObjects.Found;
import org.multicloudmirror.storage.RejectedException;

/** What a service answers to writes on a condition, and what that means. */
class HttpLeaseObjectsTest {

    private static final String KEY = LeaseKeys.PREFIX + "0";

    private final ScriptedCloud cloud = ScriptedCloud.start();

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsCreatedWhereSomethingIs(Protocol protocol) {
        with(protocol, objects -> {
            assertThat(objects.create("b", KEY, "one")).isPresent();
            assertThat(objects.create("b", KEY, "two")).isEmpty();

            assertThat(objects.look("b", KEY).found()).extracting(Found::text).isEqualTo("one");
        });
    }

    @ParameterizedTest
    @CsvSource({"S3, 409", "S3, 412", "SWIFT, 202", "SWIFT, 409", "SWIFT, 412"})
    void aConditionThatIsNotMetIsNoFailure(Protocol protocol, int status) {
        cloud.switchOn(instead(call -> call.is("PUT") && call.isObject(), Reply.of(status)));

        with(protocol, objects -> assertThat(objects.create("b", KEY, "one")).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"S3, 400", "S3, 405", "S3, 501", "SWIFT, 400", "SWIFT, 405", "SWIFT, 501"})
    void oneThatIsNotKnownIsToldInWords(Protocol protocol, int status) {
        cloud.switchOn(instead(call -> call.is("PUT") && call.isObject(), Reply.of(status)));

        with(protocol, objects -> assertThatThrownBy(() -> objects.create("b", KEY, "one"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining(
                        "may know no writes on a condition, and can hold no lease then: set" + " mirror.lease=off"));
    }

    @Test
    void whereADeleteHasAConditionOthersAreLeftAlone() {
        with(Protocol.S3, objects -> {
            String tag = objects.create("b", KEY, "one").orElseThrow();

            objects.remove("b", KEY, tag);

            assertThat(deletes()).singleElement().satisfies(delete -> assertThat(
                            delete.call().header("If-Match"))
                    .contains(tag));
        });
    }

    @Test
    void whereItIsNotKnownItIsSentWithout() {
        cloud.switchOn(
                instead(call -> call.is("DELETE") && call.header("If-Match").isPresent(), Reply.of(501)));

        with(Protocol.S3, objects -> {
            objects.remove("b", KEY, objects.create("b", KEY, "one").orElseThrow());

            assertThat(deletes()).hasSize(2);
            assertThat(objects.look("b", KEY).found()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aClockThatIsNotToldIsToldInWords(Protocol protocol) {
        cloud.switchOn(new Quirk() {
            @Override
            public Reply after(Call call, Reply reply) {
                return call.isObject() ? reply.without("Last-Modified") : reply;
            }
        });

        with(protocol, objects -> {
            objects.create("b", KEY, "one");
            assertThatThrownBy(() -> objects.look("b", KEY))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining(" has no Last-Modified, by which a lease ends");
        });
    }

    private List<Recorded> deletes() {
        return cloud.requests().list().stream()
                .filter(request -> request.method().equals("DELETE"))
                .toList();
    }

    private void with(Protocol protocol, Consumer<LeaseObjects> action) {
        cloud.service(protocol).put("b", "other", "x");
        try (OpenStore open = new OpenStore(protocol == Protocol.S3 ? cloud.s3Store() : cloud.swiftStore())) {
            action.accept(open.store().leaseObjects().orElseThrow());
        }
    }

    private static Quirk instead(Predicate<Call> which, Reply answer) {
        return new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) {
                return which.test(call) ? Optional.of(answer) : Optional.empty();
            }
        };
    }
}
