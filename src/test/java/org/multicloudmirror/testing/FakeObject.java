package org.multicloudmirror.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLayout;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;

/** An object of a {@link FakeStore}. Its tag is the MD5 of its bytes, and its listing tells the truth, unless set. */
public final class FakeObject {

    /** One clock for all stores: what is written later is a second later. */
    private static final AtomicLong SECONDS =
            new AtomicLong(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond());

    private final byte[] bytes;
    private ObjectMetadata metadata = ObjectMetadata.EMPTY;
    private Instant lastModified = Instant.ofEpochSecond(SECONDS.incrementAndGet());
    private ETag etag;
    private ETag listedEtag;
    private List<PartLayout> layouts = List.of();
    private long listedSize;
    private boolean maybeManifest;

    private FakeObject(byte[] bytes) {
        this.bytes = bytes;
        this.etag = md5(bytes);
        this.listedEtag = etag;
        this.listedSize = bytes.length;
    }

    /** An object written now. */
    public static FakeObject of(byte[] bytes) {
        return new FakeObject(bytes.clone());
    }

    /** An object written now, its text in UTF-8. */
    public static FakeObject of(String text) {
        return new FakeObject(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a store holds after an upload; throws when the body is short or is not what was expected. */
    static FakeObject received(String where, Upload upload) {
        byte[] bytes = new byte[Math.toIntExact(upload.size())];
        try {
            int read = upload.body().readNBytes(bytes, 0, bytes.length);
            if (read < bytes.length) {
                throw new TransientStoreException(
                        where + ": the body ended after " + read + " of " + bytes.length + " bytes");
            }
        } catch (IOException e) {
            throw new TransientStoreException(where + ": " + e.getMessage(), e);
        }
        FakeObject received = new FakeObject(bytes).metadata(upload.metadata());
        if (upload.expected().isMd5() && !upload.expected().sameContentAs(received.etag)) {
            throw new CorruptCopyException(
                    where + ": received MD5 " + received.etag + ", expected " + upload.expected());
        }
        return received;
    }

    /** The tag that an object with these bytes has. */
    public static ETag md5(byte[] bytes) {
        try {
            return ETag.ofMd5(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets the tag of the listing and of the object's own headers, such as {@code ETag.opaque("...-2")}. */
    public FakeObject etag(ETag tag) {
        this.etag = tag;
        this.listedEtag = tag;
        return this;
    }

    /** Sets what the listing tells, as for a manifest, whatever the object's own headers tell. */
    public FakeObject listedAs(long size, ETag tag, boolean isMaybeManifest) {
        this.listedSize = size;
        this.listedEtag = tag;
        this.maybeManifest = isMaybeManifest;
        return this;
    }

    /** Sets what it was put together from. */
    public FakeObject layouts(PartLayout... value) {
        this.layouts = List.of(value);
        return this;
    }

    public List<PartLayout> layouts() {
        return layouts;
    }

    public FakeObject metadata(ObjectMetadata value) {
        this.metadata = value;
        return this;
    }

    public FakeObject lastModified(Instant value) {
        this.lastModified = value;
        return this;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** What its own headers tell. */
    public ObjectInfo info() {
        return new ObjectInfo(bytes.length, etag, lastModified, metadata);
    }

    /** What a listing tells. */
    public ObjectEntry entry(String key) {
        return new ObjectEntry(key, listedSize, listedEtag, lastModified, maybeManifest);
    }
}
