package org.multicloudmirror.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CopyRefusedException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.testing.FakeRequests.Operation;

/** The parts of a {@link FakeStore}: it keeps them as Swift does, also those whose object is no more. */
public final class FakeLargeObjects implements LargeObjects {

    private final FakeStore store;
    private final PartLimits limits;
    private final AssembledTag tag;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<PartedUpload, Map<Integer, FakeObject>> parts = new ConcurrentHashMap<>();
    private final Map<String, PartedUpload> current = new ConcurrentHashMap<>();
    private volatile boolean losesAnswers;
    private volatile boolean needsContainer;
    private volatile boolean encrypts;
    private volatile boolean wantsMd5;
    private volatile boolean silent;
    private volatile boolean hidesUse;
    private volatile @Nullable ETag completion;
    private volatile @Nullable ETag whole;
    private volatile int missing;
    private final Map<Integer, ETag> wrongAnswers = new ConcurrentHashMap<>();
    private final Set<ETag> told = ConcurrentHashMap.newKeySet();

    FakeLargeObjects(FakeStore store, PartLimits limits, AssembledTag tag) {
        this.store = store;
        this.limits = limits;
        this.tag = tag;
    }

    /** From now on completes uploads and then fails, with whatever is scripted for {@link Operation#COMPLETE}. */
    public FakeLargeObjects losesAnswers() {
        losesAnswers = true;
        return this;
    }

    /** Has no place for parts, unless it may make one. */
    public FakeLargeObjects needsContainer() {
        needsContainer = true;
        return this;
    }

    /** From now on answers with tags that are no MD5. */
    public FakeLargeObjects encrypts() {
        encrypts = true;
        return this;
    }

    /** From now on refuses parts whose MD5 it is not told. */
    public FakeLargeObjects wantsMd5() {
        wantsMd5 = true;
        return this;
    }

    /** Answers with another tag the first time that a part is sent. */
    public FakeLargeObjects answersOnce(int part, ETag tag) {
        wrongAnswers.put(part, tag);
        return this;
    }

    /** From now on answers completions with a tag of its own making. */
    public FakeLargeObjects answersCompletion(ETag tag) {
        completion = tag;
        return this;
    }

    /** From now on gives the whole a tag of its own making, and keeps some bytes less than it was sent. */
    public FakeLargeObjects holds(ETag tag, int bytesLess) {
        whole = tag;
        missing = bytesLess;
        return this;
    }

    /** Whether it does not tell which parts are in use. */
    public FakeLargeObjects hidesUse(boolean isHidden) {
        hidesUse = isHidden;
        return this;
    }

    /** The MD5s that were told ahead of parts. */
    public Set<ETag> told() {
        return told;
    }

    /** The uploads that left parts here, those of present objects included. */
    public List<PartedUpload> uploads() {
        return List.copyOf(parts.keySet());
    }

    /** The sizes of the parts of the present object of a key. */
    public List<Long> sizes(String key) {
        return parts.get(current.get(key)).values().stream()
                .map(part -> (long) part.bytes().length)
                .toList();
    }

    /** What goes along with each part of the present object of a key. */
    public List<ObjectMetadata> metadata(String key) {
        return parts.get(current.get(key)).values().stream()
                .map(part -> part.info().metadata())
                .toList();
    }

    @Override
    public PartLimits limits(String bucket) {
        return silent ? limits.wantingMd5() : limits;
    }

    @Override
    public AssembledTag tag() {
        return tag;
    }

    @Override
    public PartedUpload begin(String bucket, String key, ObjectMetadata metadata, boolean createsContainer) {
        store.requests().begin(Operation.BEGIN, key);
        if (needsContainer && !createsContainer) {
            throw new BucketMissingException("the container for parts does not exist");
        }
        PartedUpload upload = new PartedUpload(bucket, key, "upload-" + ids.incrementAndGet());
        parts.put(upload, new ConcurrentSkipListMap<>());
        return upload;
    }

    @Override
    public ETag put(PartedUpload upload, int number, Upload part) {
        store.requests().begin(Operation.PART, upload.key());
        if (wantsMd5 && !part.expected().isMd5()) {
            silent = true;
            throw new RejectedException("Content-MD5 is required");
        }
        FakeObject received = FakeObject.received(upload.key() + ", part " + number, part);
        parts.get(upload).put(number, received);
        if (part.expected().isMd5()) {
            told.add(part.expected());
        }
        silent |= encrypts;
        ETag wrong = wrongAnswers.remove(number);
        ETag stored = received.info().etag();
        return wrong != null ? wrong : encrypts ? ETag.opaque(stored.value()) : stored;
    }

    @Override
    public ETag copy(PartedUpload upload, int number, ObjectLocation source, Slice slice, ObjectMetadata metadata) {
        if (!store.copiesFrom(store)) {
            throw new CopyRefusedException("no copies here", true);
        }
        try (ObjectContent content = store.get(source.bucket(), source.key(), slice)) {
            FakeObject copied = FakeObject.of(content.body().readAllBytes()).metadata(metadata);
            parts.get(upload).put(number, copied);
            return copied.info().etag();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ETag complete(PartedUpload upload, ObjectMetadata metadata, List<SentPart> sent) {
        if (!losesAnswers) {
            store.requests().begin(Operation.COMPLETE, upload.key());
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (SentPart part : sent) {
            FakeObject sentPart = parts.get(upload).get(part.number());
            if (sentPart == null || !sentPart.info().etag().sameContentAs(part.md5())) {
                throw new CorruptCopyException(upload.key() + ": part " + part.number() + " is another");
            }
            content.writeBytes(sentPart.bytes());
        }
        ETag written = tag.of(sent.stream().map(SentPart::md5).toList());
        byte[] held = Arrays.copyOf(content.toByteArray(), content.size() - missing);
        ETag heldTag = whole == null ? written : whole;
        store.with(
                upload.bucket(), upload.key(), FakeObject.of(held).etag(heldTag).metadata(metadata));
        current.put(upload.key(), upload);
        if (losesAnswers) {
            store.requests().begin(Operation.COMPLETE, upload.key());
        }
        ETag answer = completion;
        return answer == null ? written : answer;
    }

    @Override
    public void discard(PartedUpload upload) throws StoreException {
        store.requests().begin(Operation.DISCARD, upload.key());
        parts.remove(upload);
    }

    @Override
    public Optional<PartedUpload> current(String bucket, String key) {
        return Optional.ofNullable(current.get(key));
    }

    @Override
    public Optional<PartedUpload> inUse(String bucket, String key) {
        if (hidesUse) {
            throw new RejectedException("the store does not tell what " + key + " consists of");
        }
        return current(bucket, key);
    }
}
