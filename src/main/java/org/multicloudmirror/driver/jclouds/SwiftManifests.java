package org.multicloudmirror.driver.jclouds;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.driver.jclouds.SwiftManifest.Segment;
import org.multicloudmirror.http.AnswerKind;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.PartLayout.Basis;
import org.multicloudmirror.storage.PartLayout.Part;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.SourceChangedException;

/** Reads the manifests of static large objects. */
final class SwiftManifests {

    private static final Map<String, String> NEWEST = Map.of("X-Newest", "true");

    private final SwiftStore store;
    private final SwiftRequests requests;
    private final SwiftDialect dialect;

    SwiftManifests(SwiftStore store, SwiftRequests requests, SwiftDialect dialect) {
        this.store = store;
        this.requests = requests;
        this.dialect = dialect;
    }

    /** The segments, those of nested manifests in place of them; none for what is no static large object. */
    List<PartLayout> layouts(String bucket, String key, ObjectInfo info) {
        Optional<List<Segment>> manifest = read(bucket, key);
        if (manifest.isEmpty() || manifest.get().isEmpty()) {
            return List.of();
        }
        List<Segment> segments = manifest.get();
        boolean isPlain = segments.stream().allMatch(s -> s.range().isEmpty() && !s.isManifest());
        List<Part> parts = new NestedManifests(store.where(bucket, key), this::read).flat(segments);
        Basis basis = isPlain ? Basis.TOLD : Basis.TOLD_WITHOUT_PROOF;
        PartLayout layout = new PartLayout(parts, basis, AssembledTag.MANIFEST);
        List<ETag> tags = parts.stream().map(Part::md5).toList();
        if (layout.size() != info.size()
                || (isPlain && !AssembledTag.MANIFEST.of(tags).equals(info.etag()))) {
            throw new SourceChangedException(store.where(bucket, key));
        }
        return List.of(layout);
    }

    /**
     * The upload of ours that an object's segments come from, all of them. What it does not name may be removed, so that all
     * replicas are asked: one that has not heard of the object yet would have its segments removed.
     */
    Optional<PartedUpload> current(String bucket, String key) {
        return read(bucket, key, NEWEST).flatMap(segments -> uploadOf(bucket, key, segments));
    }

    /**
     * The same where segments are to be removed.
     *
     * @throws RejectedException when the object is a large one and does not tell its segments (Ceph's gateway)
     */
    Optional<PartedUpload> inUse(String bucket, String key) {
        Optional<List<Segment>> manifest = read(bucket, key, NEWEST);
        if (manifest.isPresent() && manifest.get().isEmpty()) {
            throw new RejectedException(store.where(bucket, key) + ": the store does not tell its segments");
        }
        return manifest.flatMap(segments -> uploadOf(bucket, key, segments));
    }

    private static Optional<PartedUpload> uploadOf(String bucket, String key, List<Segment> segments) {
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> first =
                SwiftSegments.prefix(bucket, key, segments.get(0).path());
        boolean isOurs = first.isPresent()
                && segments.stream().allMatch(s -> first.equals(SwiftSegments.prefix(bucket, key, s.path())));
        return isOurs ? Optional.of(new PartedUpload(bucket, key, first.get())) : Optional.empty();
    }

    /** The manifest; empty when the object is none or is not there. */
    private Optional<List<Segment>> read(String bucket, String key) {
        return read(bucket, key, Map.of());
    }

    private Optional<List<Segment>> read(String bucket, String key, Map<String, String> headers) {
        String where = store.where(bucket, key);
        try (HttpReply reply = requests.object("GET", bucket, key, "?multipart-manifest=get", headers, null)) {
            if (!reply.isSuccess()) {
                throw dialect.error(reply, where);
            }
            if (reply.header("X-Static-Large-Object").isEmpty()) {
                return Optional.empty();
            }
            List<Segment> segments = SwiftManifest.read(reply.answer(AnswerKind.MANIFEST));
            reply.drain();
            return Optional.of(segments);
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw RequestFailure.broken(where, e);
        }
    }
}
