package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.driver.ServerCopy;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.StorePages;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.storage.UploadGoneException;

/** Static large objects (OpenStack Object Storage API, "Static large objects"); their segments are objects. */
final class SwiftLargeObjects implements LargeObjects {

    private static final int BAD_REQUEST = 400;

    private final SwiftStore store;
    private final SwiftRequests requests;
    private final SwiftDialect dialect;
    private final SwiftContainers containers;
    private final SwiftManifests manifests;

    SwiftLargeObjects(
            SwiftStore store,
            SwiftRequests requests,
            SwiftDialect dialect,
            SwiftContainers containers,
            SwiftManifests manifests) {
        this.store = store;
        this.requests = requests;
        this.dialect = dialect;
        this.containers = containers;
        this.manifests = manifests;
    }

    @Override
    public PartLimits limits(String bucket) {
        return dialect.quirks().narrow(dialect.known().info().facts().parts(), bucket);
    }

    @Override
    public AssembledTag tag() {
        return AssembledTag.MANIFEST;
    }

    @Override
    public PartedUpload begin(String bucket, String key, ObjectMetadata metadata, boolean createsContainer) {
        dialect.known().knownContainers().require(store, containers, bucket, createsContainer);
        return new PartedUpload(bucket, key, SwiftSegments.fresh(key));
    }

    @Override
    public ETag put(PartedUpload upload, int number, Upload part) {
        String container = SwiftSegments.container(upload.bucket());
        String name = upload.id() + SwiftSegments.number(number);
        ETag answer;
        try {
            answer = store.put(container, name, part);
        } catch (BucketMissingException e) {
            throw segmentsGone(upload);
        }
        if (!answer.isMd5()) {
            dialect.known().silentParts().learn(upload.bucket());
        }
        return answer;
    }

    /** Of a manifest's object Swift copies the bytes, in a range if one is asked for. */
    @Override
    public ETag copy(PartedUpload upload, int number, ObjectLocation source, Slice slice, ObjectMetadata metadata) {
        String container = SwiftSegments.container(upload.bucket());
        String name = upload.id() + SwiftSegments.number(number);
        String where = store.where(container, name);
        RangedCopies ranged = dialect.known().rangedCopies();
        if (ranged.areRefused()) {
            throw new CopyRefusedException(where + ": the server copies no ranges", true);
        }
        Map<String, String> headers = SwiftHeaders.toSend(metadata);
        headers.put("X-Copy-From", "/" + ServerCopy.path(source));
        headers.put("X-Fresh-Metadata", "true");
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Range", slice.range());
        headers.put("If-Match", '"' + slice.version().value() + '"');
        try (HttpReply reply = requests.object("PUT", container, name, headers, HttpBody.NOTHING)) {
            if (!reply.isSuccess()) {
                StoreException error = dialect.error(reply, where);
                // what is not found may be the source as well
                if (error instanceof NotFoundException && !store.bucketExists(container)) {
                    throw segmentsGone(upload);
                }
                throw ServerCopy.partRefusal(reply.status(), error, source);
            }
            reply.drain();
            if (ranged.isUnknown()) {
                ranged.learn(slice.length(), store.head(container, name).size());
                if (ranged.areRefused()) {
                    throw new CopyRefusedException(where + ": the server copied more than the range", true);
                }
            }
            return dialect.written(reply);
        } catch (IOException e) {
            throw RequestFailure.broken(where, e);
        }
    }

    /** Swift looks at each segment, and at the tag that follows from them, before it replaces anything. */
    @Override
    public ETag complete(PartedUpload upload, ObjectMetadata metadata, List<SentPart> parts) {
        String where = store.where(upload.bucket(), upload.key());
        String prefix = SwiftSegments.container(upload.bucket()) + "/" + upload.id();
        byte[] manifest = SwiftManifest.write(prefix, parts).getBytes(UTF_8);
        Map<String, String> headers = SwiftHeaders.toSend(metadata);
        ETag expected = tag().of(parts.stream().map(SentPart::md5).toList());
        boolean isTagged = dialect.known().manifestTags().areTaken();
        if (isTagged) {
            headers.put("ETag", expected.value());
        }
        HttpBody body = new HttpBody(new ByteArrayInputStream(manifest), manifest.length);
        String query = "?multipart-manifest=put";
        try (HttpReply reply = requests.object("PUT", upload.bucket(), upload.key(), query, headers, body)) {
            if (isTagged && dialect.known().manifestTags().explains(reply.status())) {
                return complete(upload, metadata, parts);
            }
            if (!reply.isSuccess()) {
                if (reply.status() == BAD_REQUEST && reply.errorText().contains("404 Not Found")) {
                    throw segmentsGone(upload);
                }
                throw dialect.refusal(reply, metadata, upload.bucket(), upload.key(), where);
            }
            reply.drain();
            ETag told = ETag.opaque(reply.header("ETag").orElse(""));
            return isTagged ? told : looked(upload, expected, parts);
        } catch (IOException e) {
            throw RequestFailure.broken(where, e);
        }
    }

    /** What lies there, of a server that was not told what is to. */
    private ETag looked(PartedUpload upload, ETag expected, List<SentPart> parts) {
        ObjectInfo there = store.head(upload.bucket(), upload.key());
        long size = parts.stream().mapToLong(SentPart::size).sum();
        if (there.size() != size || !there.etag().value().equals(expected.value())) {
            throw new CorruptCopyException(store.where(upload.bucket(), upload.key()) + ": it has " + there.size()
                    + " bytes and the tag " + there.etag() + " instead of " + size + " and " + expected);
        }
        return there.etag();
    }

    /** Somebody has removed segments, or their container, in between: the object is sent anew. */
    private UploadGoneException segmentsGone(PartedUpload upload) {
        dialect.known().knownContainers().forget(upload.bucket());
        return new UploadGoneException(store.where(upload.bucket(), upload.key())
                + ": its segments, or their container " + SwiftSegments.container(upload.bucket()) + ", are gone");
    }

    @Override
    public void discard(PartedUpload upload) {
        String container = SwiftSegments.container(upload.bucket());
        Iterator<List<ObjectEntry>> pages = new StorePages(store, container, upload.id(), container);
        try {
            while (pages.hasNext()) {
                List<String> segments =
                        pages.next().stream().map(ObjectEntry::key).toList();
                Optional<StoreException> failure =
                        store.delete(container, segments).values().stream().findFirst();
                if (failure.isPresent()) {
                    throw failure.get();
                }
            }
        } catch (BucketMissingException e) {
            // nothing was ever sent
            return;
        }
    }

    @Override
    public Optional<PartedUpload> current(String bucket, String key) {
        return manifests.current(bucket, key);
    }

    @Override
    public Optional<PartedUpload> inUse(String bucket, String key) {
        return manifests.inUse(bucket, key);
    }
}
