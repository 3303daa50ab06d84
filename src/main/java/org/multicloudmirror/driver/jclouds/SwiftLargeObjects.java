package org.multicloudmirror.driver.jclouds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.driver.ServerCopy;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.StorePages;
import org.multicloudmirror.storage.Upload;

/** Static large objects (OpenStack Object Storage API, "Static large objects"); their segments are objects. */
final class SwiftLargeObjects implements LargeObjects {

    private final SwiftStore store;
    private final SwiftRequests requests;
    private final SwiftDialect dialect;
    private final SwiftManifests manifests;
    private final SwiftInfo info;
    private final Set<String> containers = ConcurrentHashMap.newKeySet();

    SwiftLargeObjects(SwiftStore store, SwiftRequests requests, SwiftDialect dialect, SwiftManifests manifests) {
        this.store = store;
        this.requests = requests;
        this.dialect = dialect;
        this.manifests = manifests;
        this.info = new SwiftInfo(requests);
    }

    @Override
    public PartLimits limits(String bucket) {
        return dialect.quirks().narrow(info.limits(), bucket);
    }

    @Override
    public AssembledTag tag() {
        return AssembledTag.MANIFEST;
    }

    @Override
    public PartedUpload begin(String bucket, String key, ObjectMetadata metadata, boolean createsContainer) {
        String segments = SwiftSegments.container(bucket);
        if (!containers.contains(segments)) {
            makeContainer(segments, createsContainer);
            containers.add(segments);
        }
        return new PartedUpload(bucket, key, SwiftSegments.fresh(key));
    }

    private void makeContainer(String segments, boolean isAllowed) {
        if (isAllowed) {
            store.createBucket(segments);
        } else if (!store.bucketExists(segments)) {
            throw new BucketMissingException("the container " + segments
                    + " for the segments of large objects does not exist; create it or leave out --no-create");
        }
    }

    @Override
    public ETag put(PartedUpload upload, int number, Upload part) {
        String container = SwiftSegments.container(upload.bucket());
        String name = upload.id() + SwiftSegments.number(number);
        ETag answer = store.put(container, name, part);
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
        Map<String, String> headers = SwiftHeaders.toSend(metadata);
        headers.put("X-Copy-From", "/" + ServerCopy.path(source));
        headers.put("X-Fresh-Metadata", "true");
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Range", slice.range());
        headers.put("If-Match", '"' + slice.version().value() + '"');
        try (HttpReply reply = requests.object("PUT", container, name, headers, HttpBody.NOTHING)) {
            if (!reply.isSuccess()) {
                throw ServerCopy.partRefusal(reply.status(), dialect.error(reply, where), source);
            }
            reply.drain();
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
        headers.put("ETag", expected.value());
        HttpBody body = new HttpBody(new ByteArrayInputStream(manifest), manifest.length);
        String query = "?multipart-manifest=put";
        try (HttpReply reply = requests.object("PUT", upload.bucket(), upload.key(), query, headers, body)) {
            if (!reply.isSuccess()) {
                throw dialect.refusal(reply, metadata, upload.bucket(), upload.key(), where);
            }
            reply.drain();
            return ETag.opaque(reply.header("ETag").orElse(""));
        } catch (IOException e) {
            throw RequestFailure.broken(where, e);
        }
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
}
