package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Service;
import org.multicloudmirror.cloud.quirk.TellsAnotherAccount;

/** Which account of a Swift is read and written, where the login leads to another one. */
class AccountTest extends FieldTest {

    @BeforeEach
    void leadElsewhere() {
        cloud.switchOn(new TellsAnotherAccount());
        cloud.s3().put("src", "k", "text");
        cloud.swift().put("src", "k", "text");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void isThatOfTheStorageUrl(Way way) {
        run.store("cf", Map.of("storage-url", cloud.swift().url() + Service.ACCOUNT + "/"));

        assertMirrored(way);
    }

    @ParameterizedTest
    @CsvSource({"/v3, TO_SWIFT", "/v3, TO_S3", "/v2.0, TO_SWIFT", "/v2.0, TO_S3"})
    void isThatOfTheInterface(String door, Way way) {
        run.store("cf", Map.of("endpoint", cloud.swift().url() + door, "interface", "internal"));

        assertMirrored(way);
    }

    @Test
    void isThatOfTheLoginOtherwise() {
        FieldResult result = mirror(Way.TO_SWIFT);

        assertThat(result.exit()).as(result.told()).isNotZero();
        assertThat(cloud.requests().of(Protocol.SWIFT))
                .anyMatch(request -> request.rawTarget().startsWith(TellsAnotherAccount.OTHER));
    }

    private void assertMirrored(Way way) {
        FieldResult result = mirror(way);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(way.destination(cloud).text("dst", "k")).isEqualTo("text");
        assertThat(cloud.requests().of(Protocol.SWIFT))
                .noneMatch(request -> request.rawTarget().startsWith(TellsAnotherAccount.OTHER));
    }
}
