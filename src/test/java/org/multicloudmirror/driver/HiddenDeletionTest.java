package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.cloud.quirk.MergesSlashes;
import org.multicloudmirror.it.contract.OpenStore;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.RejectedException;

/** A 404 to a DELETE is the word of the store about the key only where nothing on the way takes it for another. */
class HiddenDeletionTest {

    private static final Quirk NOT_FOUND = new Quirk() {
        @Override
        public Optional<Reply> instead(Call call) {
            return call.isObject() && call.is("DELETE") ? Optional.of(Reply.of(404)) : Optional.empty();
        }
    };

    private final ScriptedCloud cloud = ScriptedCloud.start();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void isNotToldAsDoneWhereAProxyMergesSlashes() {
        cloud.swift().put("b", "a//b", "x");
        cloud.switchOn(new MergesSlashes());
        try (OpenStore open = new OpenStore(cloud.swiftStore())) {
            assertHidden(open, "a//b");
        }
        assertThat(cloud.swift().keys("b")).containsExactly("a//b");
    }

    @ParameterizedTest
    @EnumSource
    void isNotToldAsDoneOfAKeyThatIsListedStill(Protocol protocol) {
        cloud.service(protocol).put("b", "100%+\u00e9", "x");
        cloud.switchOn(NOT_FOUND);
        try (OpenStore open = open(protocol)) {
            assertHidden(open, "100%+\u00e9");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isDoneWhereNoListingNamesTheKey(Protocol protocol) {
        cloud.service(protocol).put("b", "other", "x");
        cloud.switchOn(NOT_FOUND);
        try (OpenStore open = open(protocol)) {
            open.store().delete("b", "a//b");
        }
        assertThat(cloud.requests().list()).anyMatch(request -> request.call().isListing());
    }

    @ParameterizedTest
    @EnumSource
    void asksNoFurtherForAPlainKey(Protocol protocol) {
        cloud.service(protocol).put("b", "a/b", "x");
        cloud.switchOn(NOT_FOUND);
        try (OpenStore open = open(protocol)) {
            open.store().delete("b", "a/b");
        }
        assertThat(cloud.requests().list()).noneMatch(request -> request.call().isListing());
    }

    private OpenStore open(Protocol protocol) {
        return new OpenStore(protocol == Protocol.S3 ? cloud.s3Store() : cloud.swiftStore());
    }

    private static void assertHidden(OpenStore open, String key) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> open.store().delete("b", key))
                .withMessageEndingWith("b/" + key + ": " + Keys.HIDDEN);
    }
}
