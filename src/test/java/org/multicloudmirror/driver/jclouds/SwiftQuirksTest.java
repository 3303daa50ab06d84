package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.ScriptedCloud;
import org.multicloudmirror.it.contract.OpenStore;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.Md5;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.StorePages;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.storage.UploadGoneException;

/** Swift installations that are not as Swift comes. */
class SwiftQuirksTest {

    private static final byte[] BYTES = "part".getBytes(UTF_8);
    private static final PartLimits DEFAULTS = new PartLimits(5L << 30, 1, 5L << 30, 1000);

    private final ScriptedCloud cloud = ScriptedCloud.start();
    private final Map<String, String> properties = new HashMap<>(cloud.swiftStore());
    private @Nullable OpenStore open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
        cloud.close();
    }

    private ObjectStore store() {
        OpenStore opened = new OpenStore(properties);
        open = opened;
        cloud.swift().createBucket("b");
        return opened.store();
    }

    // ---- /info

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500, 503})
    void takesSwiftsDefaultsWhereInfoIsRefused(int status) {
        cloud.switchOn(instead(call -> call.path().equals("/info"), Reply.of(status)));
        LargeObjects large = store().largeObjects().orElseThrow();

        assertThat(large.limits("b")).isEqualTo(DEFAULTS);
        assertThat(large.limits("b")).isEqualTo(DEFAULTS);
        assertThat(cloud.requests()
                        .which(seen -> seen.rawTarget().equals("/info"))
                        .count())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>welcome</html>", "[]", "{\"swift\": {", "{\"error\": \"no\"}", "null"})
    void takesSwiftsDefaultsWhereInfoIsSomethingElse(String body) {
        cloud.switchOn(
                instead(call -> call.path().equals("/info"), Reply.of(200).withText(body)));

        assertThat(store().largeObjects().orElseThrow().limits("b")).isEqualTo(DEFAULTS);
    }

    @Test
    void takesSwiftsDefaultsWhereInfoIsNotAnswered() {
        cloud.switchOn(instead(call -> call.path().equals("/info"), Reply.hangUp()));

        assertThat(store().largeObjects().orElseThrow().limits("b")).isEqualTo(DEFAULTS);
    }

    @Test
    void believesWhatInfoTells() {
        cloud.switchOn(
                info("{\"swift\": {\"max_file_size\": 1000, \"max_meta_count\": 5, \"max_meta_value_length\": 20,"
                        + " \"strict_cors_mode\": true, \"policies\": [{\"name\": \"gold\"}]},"
                        + " \"slo\": {\"max_manifest_segments\": 7, \"min_segment_size\": 3}, \"other\": null,"
                        + " \"s3api\": {\"min_segment_size\": 5242880}}"));
        ObjectStore store = store();

        assertThat(store.largeObjects().orElseThrow().limits("b")).isEqualTo(new PartLimits(1000, 3, 1000, 7));
        assertThat(store.metadataLimits("b", "k").items()).isEqualTo(5);
        assertThat(store.metadataLimits("b", "k").valueBytes()).isEqualTo(20);
    }

    @Test
    void putsNothingTogetherWhereInfoTellsOfNoSuchPart() {
        cloud.switchOn(info("{\"swift\": {\"max_file_size\": 1000}}"));

        assertThat(store().largeObjects().orElseThrow().limits("b").mostParts()).isOne();
    }

    // ---- pages

    @Test
    void asksForPagesThatInfoTellsOf() {
        cloud.switchOn(info("{\"swift\": {\"container_listing_limit\": 2}}")).switchOn(pagesOf(2));

        assertThat(listed(5)).hasSize(5);
        assertThat(limits()).containsExactly("10000", "2", "2", "2", "2");
    }

    @Test
    void asksForAnyPagesWhereInfoTellsOfNone() {
        cloud.switchOn(pagesOf(3));

        assertThat(listed(5)).hasSize(5);
        assertThat(limits()).startsWith("10000", "", "");
    }

    @Test
    void failsWhereNoPageIsGiven() {
        cloud.switchOn(instead(Call::isListing, Reply.of(412)));
        ObjectStore store = store();

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> store.list("b", "", null))
                .withMessage("listing subject://b: 412");
    }

    private List<String> listed(int objects) {
        ObjectStore store = store();
        IntStream.range(0, objects).forEach(i -> cloud.swift().put("b", "k" + i, "x"));
        List<String> keys = new ArrayList<>();
        new StorePages(store, "b", "", "b").forEachRemaining(page -> page.forEach(entry -> keys.add(entry.key())));
        return keys;
    }

    private List<String> limits() {
        return cloud.requests().listings().list().stream()
                .map(seen -> seen.call().query().getOrDefault("limit", ""))
                .toList();
    }

    private static Quirk pagesOf(int most) {
        return new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) {
                boolean isTooMuch =
                        call.asks("limit") && Integer.parseInt(call.query().get("limit")) > most;
                return call.isListing() && isTooMuch ? Optional.of(Reply.of(412)) : Optional.empty();
            }
        };
    }

    // ---- containers of segments

    @Test
    void makesTheContainerWhereItsObjectsLie() {
        ObjectStore store = store();
        cloud.switchOn(after(
                call -> call.is("HEAD") && call.bucket().equals("b") && !call.isObject(), "X-Storage-Policy", "gold"));

        begin(store, true);
        begin(store, true);

        assertThat(policy("b_segments")).isEqualTo("gold");
        assertThat(cloud.requests().bucket("b_segments").list())
                .extracting(seen -> seen.method())
                .containsExactly("HEAD", "PUT");
    }

    @Test
    void makesContainersOfThePolicyThatIsSet() {
        properties.put("storage-policy", "silver");
        ObjectStore store = store();

        store.createBucket("new");
        begin(store, true);

        assertThat(policy("new")).isEqualTo("silver");
        assertThat(policy("b_segments")).isEqualTo("silver");
    }

    @Test
    void makesNoContainerThatIsThere() {
        cloud.swift().createBucket("b_segments");
        cloud.switchOn(instead(call -> call.is("PUT") && !call.isObject(), Reply.of(403)));

        begin(store(), true);
    }

    /** The user may write and not look. */
    @Test
    void goesOnWhereItMayNotLook() {
        cloud.swift().createBucket("b_segments");
        cloud.switchOn(instead(call -> !call.isObject() && call.bucket().equals("b_segments"), Reply.of(403)));

        ObjectStore store = store();
        put(store, begin(store, true));
    }

    @Test
    void saysWhichContainerIsMissing() {
        ObjectStore store = store();
        cloud.switchOn(instead(call -> call.is("PUT") && !call.isObject(), Reply.of(403)));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> begin(store, true))
                .withMessageStartingWith(
                        "the container b_segments for the segments of large objects does not exist, and may"
                                + " not be created by this user; create it (");
        assertThatExceptionOfType(BucketMissingException.class)
                .isThrownBy(() -> begin(store, false))
                .withMessageEndingWith("create it or leave out --no-create");
    }

    @Test
    void makesAContainerAgainThatWasRemoved() {
        ObjectStore store = store();
        PartedUpload upload = begin(store, true);
        cloud.swift().removeBucket("b_segments");

        assertThatExceptionOfType(UploadGoneException.class).isThrownBy(() -> put(store, upload));

        put(store, begin(store, true));
        assertThat(cloud.swift().keys("b_segments")).hasSize(1);
    }

    @Test
    void beginsAnewWhenSegmentsWereRemoved() {
        ObjectStore store = store();
        PartedUpload upload = begin(store, true);
        SentPart part = put(store, upload);
        cloud.switchOn(instead(
                call -> call.asks("multipart-manifest"),
                Reply.text(400, "text/plain", "Errors:\n/b_segments/x, 404 Not Found")));

        assertThatExceptionOfType(UploadGoneException.class)
                .isThrownBy(
                        () -> store.largeObjects().orElseThrow().complete(upload, ObjectMetadata.EMPTY, List.of(part)));
    }

    private static PartedUpload begin(ObjectStore store, boolean creates) {
        return store.largeObjects().orElseThrow().begin("b", "k", ObjectMetadata.EMPTY, creates);
    }

    private static SentPart put(ObjectStore store, PartedUpload upload) {
        ETag md5 = Md5.of(BYTES);
        Upload part = new Upload(ObjectMetadata.EMPTY, BYTES.length, md5, new ByteArrayInputStream(BYTES));
        ETag stored = store.largeObjects().orElseThrow().put(upload, 1, part);
        return new SentPart(1, BYTES.length, md5, stored);
    }

    private String policy(String container) {
        return cloud.swift()
                .bucket(container)
                .orElseThrow()
                .headers()
                .first("X-Storage-Policy")
                .orElse("");
    }

    private static Quirk info(String json) {
        return instead(call -> call.path().equals("/info"), Reply.text(200, "application/json", json));
    }

    private static Quirk instead(Predicate<Call> which, Reply reply) {
        return new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) {
                return which.test(call) ? Optional.of(reply) : Optional.empty();
            }
        };
    }

    private static Quirk after(Predicate<Call> which, String name, String value) {
        return new Quirk() {
            @Override
            public Reply after(Call call, Reply reply) {
                return which.test(call) ? reply.with(name, value) : reply;
            }
        };
    }
}
