package org.multicloudmirror.driver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.it.contract.OpenStore;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.RejectedException;

/** One key that is no UTF-8 among others. */
class UnreadableKeysTest {

    private final ScriptedCloud cloud = ScriptedCloud.start();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void s3NamesItInAListingThatIsEncoded() {
        assertNamed(listing(s3("url", "caf%E9.txt")), true);
    }

    @Test
    void s3NamesItInAListingThatIsNot() {
        assertNamed(listing(s3("", "caf\u00e9.txt")), true);
        assertNamed(listing(s3("url", "caf\u00e9.txt")), true);
    }

    @Test
    void swiftNamesIt() {
        assertNamed(listing(swift("caf\u00e9.txt")), false);
    }

    /** It is asked for under no name, so under no other one either. */
    @ParameterizedTest
    @EnumSource
    void isNotAskedFor(Protocol protocol) {
        cloud.service(protocol).createBucket("b");
        cloud.switchOn(listing(protocol == Protocol.S3 ? s3("url", "caf%E9.txt") : swift("caf\u00e9.txt")));
        try (OpenStore open = new OpenStore(protocol == Protocol.S3 ? cloud.s3Store() : cloud.swiftStore())) {
            String key = open.store().list("b", "", null).entries().get(1).key();
            cloud.forgetRequests();

            assertRefused(() -> open.store().head("b", key));
            assertRefused(() -> open.store().get("b", key));
            assertRefused(() -> open.store().delete("b", key));
            assertThat(open.store().delete("b", List.of(key))).containsOnlyKeys(key);
        }
        assertThat(cloud.requests().list()).noneMatch(request -> request.call().isObject());
    }

    private static void assertRefused(ThrowingCallable request) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(request)
                .withMessageEndingWith("b/caf\\xE9.txt: " + Keys.UNREADABLE);
    }

    private void assertNamed(Quirk listing, boolean isS3) {
        cloud.s3().createBucket("b");
        cloud.swift().createBucket("b");
        cloud.switchOn(listing);
        try (OpenStore open = new OpenStore(isS3 ? cloud.s3Store() : cloud.swiftStore())) {
            List<ObjectEntry> entries = open.store().list("b", "", null).entries();

            assertThat(entries)
                    .extracting(entry -> Keys.printable(entry.key()))
                    .containsExactly("a", "caf\\xE9.txt", "d");
            assertThat(entries)
                    .extracting(entry -> Keys.isReadable(entry.key()))
                    .containsExactly(true, false, true);
        }
        cloud.switchOff(listing);
    }

    private static Reply s3(String encoding, String name) {
        StringBuilder xml = new StringBuilder("<ListBucketResult><EncodingType>" + encoding + "</EncodingType>");
        for (String key : List.of("a", name, "d")) {
            xml.append("<Contents><Key>").append(key).append("</Key><Size>1</Size></Contents>");
        }
        return Reply.of(200)
                .withBody(xml.append("</ListBucketResult>").toString().getBytes(ISO_8859_1));
    }

    private static Reply swift(String name) {
        StringBuilder json = new StringBuilder("[");
        for (String key : List.of("a", name, "d")) {
            json.append(json.length() > 1 ? "," : "")
                    .append("{\"name\": \"" + key + "\", \"bytes\": 1, \"hash\": \"x\"}");
        }
        return Reply.of(200).withBody(json.append("]").toString().getBytes(ISO_8859_1));
    }

    private static Quirk listing(Reply page) {
        return new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) {
                return call.isListing() ? Optional.of(page) : Optional.empty();
            }
        };
    }
}
