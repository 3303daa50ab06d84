package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Recorded;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.it.contract.OpenStore;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.Upload;

/** What Ceph's Object Gateway has of its own in its Swift API. */
class CephSwiftTest {

    private static final byte[] BYTES = "part".getBytes(UTF_8);

    private final ScriptedCloud cloud = ScriptedCloud.start();
    private final OpenStore open = new OpenStore(cloud.swiftStore());
    private final LargeObjects large = open.store().largeObjects().orElseThrow();

    CephSwiftTest() {
        cloud.swift().createBucket("b");
    }

    @AfterEach
    void close() {
        open.close();
        cloud.close();
    }

    @Test
    void takesAManifestWithoutItsTag() {
        cloud.switchOn(new RefusedTags());
        PartedUpload upload = large.begin("b", "k", ObjectMetadata.EMPTY, true);
        SentPart part = put(upload);
        cloud.forgetRequests();

        ETag first = large.complete(upload, ObjectMetadata.EMPTY, List.of(part));
        ETag second = large.complete(upload, ObjectMetadata.EMPTY, List.of(part));

        assertThat(first).isEqualTo(large.tag().of(List.of(part.md5()))).isEqualTo(second);
        assertThat(cloud.requests().list())
                .extracting(Recorded::method)
                .containsExactly("PUT", "PUT", "HEAD", "PUT", "HEAD");
    }

    @Test
    void provesWhatLiesThereThen() {
        cloud.switchOn(new RefusedTags());
        PartedUpload upload = large.begin("b", "k", ObjectMetadata.EMPTY, true);
        SentPart part = put(upload);
        cloud.switchOn(new Quirk() {
            @Override
            public Reply after(Call call, Reply reply) {
                return call.is("HEAD") && call.isObject() ? reply.with("ETag", "\"" + "0".repeat(32) + "\"") : reply;
            }
        });

        assertThatExceptionOfType(CorruptCopyException.class)
                .isThrownBy(() -> large.complete(upload, ObjectMetadata.EMPTY, List.of(part)));
    }

    /** A range is ignored: the whole object is copied. */
    @Test
    void readsPartsThatItWouldCopyWhole() {
        cloud.swift().put("b", "source", "0123456789");
        cloud.switchOn(new Quirk() {
            @Override
            public Call seen(Call call) {
                return call.header("X-Copy-From").isPresent()
                        ? call.with(call.headers().without("Range"))
                        : call;
            }
        });
        PartedUpload upload = large.begin("b", "k", ObjectMetadata.EMPTY, true);
        ObjectLocation source = new ObjectLocation(OpenStore.NAME, "b", "source");
        Slice slice = new Slice(2, 3, open.store().head("b", "source").etag());

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(CopyRefusedException.class)
                    .isThrownBy(() -> large.copy(upload, 1, source, slice, ObjectMetadata.EMPTY))
                    .matches(CopyRefusedException::isLasting);
        }
        assertThat(cloud.requests().method("PUT").bucket("b_segments").objects().count())
                .isOne();
    }

    @Test
    void copiesWhereAnUpdateWouldKeepHeaders() {
        ObjectInfo before = put(Map.of("Cache-Control", "no-store", "Content-Type", "text/plain"));
        cloud.switchOn(new Quirk() {
            @Override
            public Call seen(Call call) {
                return call.is("POST") && call.isObject()
                        ? call.with(call.headers().with("Cache-Control", "no-store"))
                        : call;
            }
        });
        ObjectMetadata less = new ObjectMetadata(
                Map.of(ContentHeader.CONTENT_TYPE, "text/plain"), Map.of("a", "b"), Map.of(), null, null);
        ObjectInfo as = new ObjectInfo(before.size(), before.etag(), Instant.EPOCH, less);
        cloud.forgetRequests();

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(CopyRefusedException.class)
                    .isThrownBy(() -> open.store().update("b", "k", as));
        }
        assertThat(cloud.requests().list())
                .extracting(Recorded::method)
                .containsExactly("HEAD", "POST", "HEAD", "HEAD");
    }

    private ObjectInfo put(Map<String, String> headers) {
        cloud.swift().put("b", "k", BYTES, headers);
        return open.store().head("b", "k");
    }

    @Test
    void listsALargeObjectWithoutItsSize() {
        cloud.switchOn(
                instead(
                        true,
                        Reply.text(
                                200,
                                "application/json",
                                "[{\"name\": \"k\", \"bytes\": 157,"
                                        + " \"hash\": \"d41d8cd98f00b204e9800998ecf8427e\", \"last_modified\": \"2026-01-02T03:04:05.000000\"}]")));

        assertThat(open.store().list("b", "", null).entries())
                .extracting(ObjectEntry::maybeManifest)
                .containsExactly(true);
    }

    @Test
    void tellsNoPartsAndAMarkAmongTheMetadata() {
        cloud.swift().putParts("b", "k", Map.of("X-Object-Meta-A", "1"), BYTES);
        cloud.switchOn(new Quirk() {
            @Override
            public Reply after(Call call, Reply reply) {
                Reply marked = call.isObject() ? reply.with("X-Object-Meta-Static-Large-Object", "True") : reply;
                return call.asks("multipart-manifest") ? marked.withText("") : marked;
            }
        });
        ObjectInfo info = open.store().head("b", "k");

        assertThat(info.metadata().user()).containsOnlyKeys("a");
        assertThat(open.store().layouts("b", "k", info)).isEmpty();
        assertThat(large.current("b", "k")).isEmpty();
        // nobody removes segments that it may consist of
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> large.inUse("b", "k"))
                .withMessageEndingWith("://b/k: the store does not tell its segments");
    }

    private SentPart put(PartedUpload upload) {
        ETag md5 = Md5.of(BYTES);
        ETag stored = large.put(
                upload, 1, new Upload(ObjectMetadata.EMPTY, BYTES.length, md5, new ByteArrayInputStream(BYTES)));
        return new SentPart(1, BYTES.length, md5, stored);
    }

    private static Quirk instead(boolean isListing, Reply reply) {
        return new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) {
                return call.isListing() == isListing ? Optional.of(reply) : Optional.empty();
            }
        };
    }

    /** Whatever the tag is, a manifest with one is refused. */
    private static final class RefusedTags implements Quirk {

        @Override
        public Optional<Reply> instead(Call call) {
            boolean isTagged = call.asks("multipart-manifest")
                    && call.is("PUT")
                    && call.header("ETag").isPresent();
            return isTagged ? Optional.of(Reply.of(422)) : Optional.empty();
        }

        @Override
        public Reply after(Call call, Reply reply) {
            return call.asks("multipart-manifest") && call.is("PUT") ? reply.without("ETag") : reply;
        }
    }
}
