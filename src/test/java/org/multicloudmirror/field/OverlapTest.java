package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.cloud.Service;

/** Two names of one account, however they lead there, do not delete each other's objects. */
class OverlapTest extends FieldTest {

    private static final String[] DELETE = {
        Way.TO_SWIFT.scenario(), "s3://other->cf2://dst", "--delete", "--min-sync=0", "--max-delete=100%"
    };

    /** Properties of a second store; PORT stands for the service's. */
    static Stream<Map<String, String>> secondNames() {
        return Stream.of(
                Map.of("endpoint", "http://localhost:PORT/auth/v1.0"),
                Map.of("endpoint", "http://127.0.0.1:PORT/v3", "identity", "Default:user"),
                Map.of("endpoint", "http://localhost:PORT/v2.0", "identity", "scripted:ann"),
                Map.of("storage-url", "http://localhost:PORT" + Service.ACCOUNT + "/"),
                Map.of(
                        "endpoint",
                        "http://127.0.0.1:PORT/v3",
                        "identity",
                        "Default:user",
                        "storage-url",
                        "http://localhost:PORT" + Service.ACCOUNT));
    }

    @ParameterizedTest
    @MethodSource("secondNames")
    void areRefused(Map<String, String> second) {
        hold(second);

        FieldResult result = run.mirror(DELETE);

        assertThat(result.exit()).as(result.told()).isEqualTo(2);
        assertThat(result.told())
                .contains("(the stores cf2 and cf lead to the same service)")
                .contains("; give each a prefix of its own, or leave out --delete");
        assertThat(cloud.swift().keys("dst")).containsExactly("there");
        assertThat(run.command("validate", "--delete", DELETE[0], DELETE[1]).exit())
                .isEqualTo(2);
    }

    @Test
    void anotherLoginThatFailsIsToldByItsOwnScenario() {
        hold(Map.of("endpoint", "http://127.0.0.1:PORT/v3", "credential", "wrong"));

        FieldResult result = run.mirror(DELETE);

        assertThat(result.exit()).as(result.told()).isEqualTo(1);
        assertThat(cloud.swift().keys("dst")).containsExactly("k");
    }

    private void hold(Map<String, String> second) {
        cloud.s3().put("src", "k", "one");
        cloud.s3().put("other", "l", "two");
        cloud.swift().put("dst", "there", "three");
        run.store("cf2", cloud.swiftStore());
        String port = cloud.swift().url().replaceFirst(".*:", "");
        second.forEach((name, value) -> run.with("mirror.stores.cf2." + name, value.replace("PORT", port)));
    }
}
