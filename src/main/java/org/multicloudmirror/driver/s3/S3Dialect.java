package org.multicloudmirror.driver.s3;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.Dialect;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.driver.ServerCopy;
import org.multicloudmirror.driver.ServiceError;
import org.multicloudmirror.driver.StatusMeaning;
import org.multicloudmirror.driver.quirk.Quirks;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.MetadataLimits;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.Upload;

/** Objects in S3's words; errors as "Error responses" of its API reference has them. */
final class S3Dialect implements Dialect {

    private static final int NOT_FOUND = 404;
    private static final String UNREAD_TAGS = "tags, which the credentials may not read";
    private static final Set<Integer> OTHER_REGION = Set.of(301, 307, 400);

    /** To a GET, and to a copy of what cannot be read. */
    private static final Set<String> ARCHIVED_CODES = Set.of("InvalidObjectState", "ObjectNotInActiveTierError");

    private final String store;
    private final String storageClass;
    private final Map<String, String> further;
    private final S3Requests requests;
    private final S3Quirks quirks;

    S3Dialect(S3Settings settings, S3Requests requests, S3Quirks quirks) {
        this.store = settings.name();
        this.storageClass = settings.storageClass();
        this.further = settings.headers().ofObjects();
        this.requests = requests;
        this.quirks = quirks;
    }

    @Override
    public HttpReply send(
            String method, String bucket, String key, Map<String, String> headers, @Nullable HttpBody body) {
        return requests.object(method, bucket, key, headers, body);
    }

    @Override
    public Map<String, String> putHeaders(Upload upload) {
        Map<String, String> headers = headers(upload.metadata());
        if (upload.expected().isMd5()) {
            headers.put("Content-MD5", upload.expected().md5Base64());
        }
        return headers;
    }

    @Override
    public Map<String, String> copyHeaders(ObjectLocation source, ObjectInfo as) {
        Map<String, String> headers = headers(as.metadata());
        headers.put("x-amz-copy-source", ServerCopy.path(source));
        headers.put("x-amz-copy-source-if-match", '"' + as.etag().value() + '"');
        headers.put("x-amz-metadata-directive", "REPLACE");
        // the source's tags are among the metadata, and copying them takes a permission of its own
        headers.put("x-amz-tagging-directive", "REPLACE");
        return headers;
    }

    /** A copy that fails on the way has begun with 200 (S3 API reference, "CopyObject"). */
    @Override
    public ETag copied(HttpReply reply, String what) throws IOException {
        AnswerFields answer = AnswerFields.of(reply.errorText());
        if (answer.isError()) {
            throw error(reply, what);
        }
        return S3Headers.etag(reply, answer.text("ETag").replace("\"", ""));
    }

    @Override
    public ObjectInfo headers(HttpReply reply) {
        return S3Headers.info(reply);
    }

    @Override
    public ObjectInfo info(HttpReply reply, String bucket, String key) {
        ObjectInfo info = headers(reply);
        if (!S3Headers.isTagged(reply)) {
            return info;
        }
        ObjectMetadata metadata = info.metadata();
        ObjectMetadata tagged =
                tags(bucket, key).map(metadata::withTags).orElseGet(() -> metadata.withUntold(UNREAD_TAGS));
        return info.withMetadata(tagged);
    }

    /** Their number is told only to those who may read them (S3 API reference, "HeadObject"); not every service holds to it. */
    private Optional<Map<String, String>> tags(String bucket, String key) {
        if (quirks.unreadTags().areIn(bucket)) {
            return Optional.empty();
        }
        String what = new ObjectLocation(store, bucket, key) + ": its tags";
        try (HttpReply reply = requests.tags(bucket, key)) {
            if (reply.isSuccess()) {
                return Optional.of(S3Tags.read(reply.answer(AnswerKind.TAGS)));
            }
            String code = AnswerFields.of(reply.errorText()).text("Code");
            if (code.equals("NoSuchTagSet")) {
                return Optional.of(Map.of());
            }
            // the object is being read
            boolean isOfKey = reply.status() == NOT_FOUND && code.equals("NoSuchKey");
            if (isOfKey || quirks.unreadTags().learn(bucket, reply.status())) {
                return Optional.empty();
            }
            throw error(reply, what);
        } catch (IOException e) {
            throw RequestFailure.broken(what, e);
        }
    }

    @Override
    public Quirks quirks() {
        return quirks.all();
    }

    @Override
    public MetadataLimits metadataLimits() {
        return MetadataLimits.S3;
    }

    /** The headers of an object's beginning, be it a PUT, a copy or an upload in parts. */
    Map<String, String> headers(ObjectMetadata metadata) {
        Map<String, String> headers = S3Headers.toSend(inItsClass(metadata));
        headers.putAll(further);
        return headers;
    }

    private ObjectMetadata inItsClass(ObjectMetadata metadata) {
        String chosen = metadata.chosenClass();
        if (chosen == null && storageClass.equals(S3Settings.CLASS_OF_SOURCE)) {
            return metadata;
        }
        String named = chosen == null ? storageClass : chosen;
        return metadata.withStorageClass(named.isEmpty() ? null : named);
    }

    @Override
    public ETag written(HttpReply reply) {
        return S3Headers.etag(reply);
    }

    @Override
    public StoreException bucketError(HttpReply reply, String bucket, String what) {
        StoreException error = error(reply, what);
        return error instanceof NotFoundException
                ? new BucketMissingException("the bucket " + store + "://" + bucket + " does not exist")
                : error;
    }

    @Override
    public StoreException error(HttpReply reply, String what) {
        ServiceError error = ServiceError.of(reply);
        if (ARCHIVED_CODES.contains(error.code())) {
            return new ArchivedException(what, AnswerFields.of(text(reply)).text("StorageClass"));
        }
        StoreException meant = error(error, what);
        String region = reply.header("x-amz-bucket-region").orElse("");
        return region.isEmpty() || !OTHER_REGION.contains(reply.status()) || StatusMeaning.isKnown(error)
                ? meant
                : new RejectedException(what + ": " + error + "; the bucket is in another region: set mirror.stores."
                        + store + ".region=" + region);
    }

    @Override
    public StoreException error(ServiceError error, String what) {
        return StatusMeaning.of(error, what, store);
    }

    private static String text(HttpReply reply) {
        try {
            return reply.errorText();
        } catch (IOException e) {
            return "";
        }
    }
}
