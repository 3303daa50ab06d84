package org.multicloudmirror.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.testing.FakeObject;
import org.multicloudmirror.testing.FakeRequests.Operation;

/** Each route of docs/objectstore.md that needs no service of Amazon's does what is said of it; Aws2S3IT has the others. */
class DocumentedRoutesTest {

    private static final String STRANGE = "../a ${exchangeId}\n.txt";
    private static final ObjectMetadata METADATA =
            new ObjectMetadata(Map.of(ContentHeader.CONTENT_TYPE, "text/plain"), Map.of("colour", "red"));

    private final RoutesOfOnesOwn own = new RoutesOfOnesOwn();

    @AfterEach
    void stop() {
        own.close();
    }

    @Test
    void keepIncoming(@TempDir Path incoming) throws Exception {
        Files.writeString(incoming.resolve("a.txt"), "from a file");

        own.with(DocumentedRoutes.one("keep-incoming").replace("file:incoming", "file:" + incoming));

        await().untilAsserted(() -> assertThat(own.s3().objects("photos")).containsOnlyKeys("incoming/a.txt"));
        assertThat(own.s3().object("photos", "incoming/a.txt").text()).isEqualTo("from a file");
    }

    @Test
    void show() throws Exception {
        own.s3().with("photos", STRANGE, FakeObject.of("grün").metadata(METADATA));

        Exchange shown = run("show", STRANGE);

        assertThat(shown.getMessage().getBody()).isEqualTo("grün");
        assertThat(shown.getMessage().getHeaders())
                .containsEntry(ObjectStoreConstants.SIZE, 5L)
                .containsEntry(ObjectStoreConstants.CONTENT_TYPE, "text/plain")
                .containsEntry(ObjectStoreConstants.METADATA, Map.of("colour", "red"))
                .containsKeys(ObjectStoreConstants.ETAG, ObjectStoreConstants.LAST_MODIFIED);
    }

    @Test
    void isItThere() throws Exception {
        own.s3().with("photos", STRANGE, "1");

        assertThat(run("is-it-there", STRANGE).getMessage().getBody()).isEqualTo("yes");
        assertThat(send("is-it-there", "other", "").getMessage().getBody()).isEqualTo("no");
    }

    @Test
    void copyAnywhere() throws Exception {
        own.s3().with("photos", STRANGE, FakeObject.of("1").metadata(METADATA));

        Exchange copied = run("copy-anywhere", STRANGE);

        assertThat(copied.getMessage().getBody()).isEqualTo(FakeObject.md5(new byte[] {'1'}));
        assertThat(own.cf().object("photos", STRANGE).info().metadata()).isEqualTo(METADATA);
        assertThat(own.cf().object("photos", STRANGE).text()).isEqualTo("1");
    }

    @Test
    void archive() throws Exception {
        own.s3()
                .copiesOnServer(own.s3())
                .with("photos", STRANGE, FakeObject.of("1").metadata(METADATA));

        Exchange copied = run("archive", STRANGE);

        assertThat(copied.getMessage().getBody(ETag.class)).isEqualTo(FakeObject.md5(new byte[] {'1'}));
        assertThat(own.s3().object("photos", "archive/" + STRANGE).info().metadata())
                .isEqualTo(METADATA);
        assertThat(own.s3().requests().count(Operation.GET)).isZero();
    }

    @Test
    void mark() throws Exception {
        own.s3().with("photos", STRANGE, FakeObject.of("1").metadata(METADATA));

        run("mark", STRANGE);

        assertThat(own.s3().object("photos", STRANGE).info().metadata())
                .isEqualTo(new ObjectMetadata(METADATA.headers(), Map.of("reviewed", "yes")));
    }

    @Test
    void forget() throws Exception {
        own.s3().with("photos", STRANGE, "1").with("photos", "other", "2");

        assertThat(run("forget", STRANGE).getMessage().getBody()).isEqualTo("body");

        assertThat(own.s3().objects("photos")).containsOnlyKeys("other");
    }

    @Test
    void forgetAll() throws Exception {
        own.s3().with("photos", STRANGE, "1").with("photos", "other", "2").with("photos", "third", "3");
        own.s3().requests().failAlways(Operation.DELETE, "other", new RejectedException("locked"));
        own.with(DocumentedRoutes.one("forget-all"));

        Exchange ended = send("forget-all", "", List.of(STRANGE, "other"));

        assertThat(ended.getException()).hasMessageContaining("other").hasMessageContaining("locked");
        assertThat(own.s3().objects("photos")).containsOnlyKeys("other", "third");
        assertThat(send("forget-all", "", List.of("third")).getException()).isNull();
    }

    @Test
    void inventory() throws Exception {
        own.s3()
                .pageSizes(1, 0, 1)
                .with("photos", "2026/" + STRANGE, "1")
                .with("photos", "2026/two", "2")
                .with("photos", "2025", "3");

        run("inventory", "is not read");

        assertThat(own.cf().objects("photos")).containsOnlyKeys("2026/" + STRANGE, "2026/two");
    }

    @Test
    void follow() throws Exception {
        own.cf().with("photos", "2026/gone", "0");
        own.s3().with("photos", "2026/" + STRANGE, "1").with("photos", "2025", "3");

        own.with(DocumentedRoutes.one("follow").replace("delay: 60000", "delay: 1"));

        await().untilAsserted(
                        () -> assertThat(own.cf().objects("photos")).containsOnlyKeys("2026/gone", "2026/" + STRANGE));
        own.s3().with("photos", "2026/two", "2").objects("photos").remove("2026/" + STRANGE);
        await().untilAsserted(() -> assertThat(own.cf().objects("photos")).containsOnlyKeys("2026/gone", "2026/two"));
    }

    @Test
    void whatIsMissingIsMissing() throws Exception {
        Exchange failed = run("show", STRANGE);

        assertThat(failed.getException()).isInstanceOf(ObjectGoneException.class);
    }

    private Exchange run(String route, String key) throws Exception {
        own.with(DocumentedRoutes.one(route));
        return send(route, key, "body");
    }

    private Exchange send(String route, String key, Object body) {
        return own.send("direct:" + route, body, Map.of(ObjectStoreConstants.KEY, key));
    }
}
