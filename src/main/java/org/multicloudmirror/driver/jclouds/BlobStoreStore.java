package org.multicloudmirror.driver.jclouds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.BlobMetadata;
import org.jclouds.blobstore.domain.PageSet;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.blobstore.options.GetOptions;
import org.jclouds.blobstore.options.ListContainerOptions;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.SourceChangedException;
import org.multicloudmirror.storage.Upload;

/** Any other jclouds provider (filesystem, transient, azureblob, google-cloud-storage, b2), as jclouds has it. */
final class BlobStoreStore implements ObjectStore {

    private static final int PAGE = 1000;

    private final String name;
    private final BlobStoreContext context;
    private final BlobStore blobs;
    private final MetadataNames names;
    private final HttpTransport transport;

    /**
     * @param transport of the context; closed with this store
     */
    BlobStoreStore(String name, BlobStoreContext context, HttpTransport transport) {
        this.name = name;
        this.context = context;
        this.blobs = context.getBlobStore();
        this.names = MetadataNames.of(context.unwrap().getId());
        this.transport = transport;
    }

    @Override
    public ListingPage list(String bucket, String prefix, @Nullable String from) {
        ListContainerOptions options = ListContainerOptions.Builder.recursive().maxResults(PAGE);
        if (!prefix.isEmpty()) {
            options.prefix(prefix);
        }
        if (from != null) {
            options.afterMarker(from);
        }
        return call("listing " + name + "://" + bucket, () -> {
            PageSet<? extends StorageMetadata> page = blobs.list(bucket, options);
            List<ObjectEntry> entries = new ArrayList<>(page.size());
            for (StorageMetadata found : page) {
                BlobValues.entry(found).ifPresent(entries::add);
            }
            return new ListingPage(entries, page.getNextMarker());
        });
    }

    @Override
    public ObjectInfo head(String bucket, String key) {
        String where = where(bucket, key);
        return read(bucket, key, () -> {
            BlobMetadata found = blobs.blobMetadata(bucket, key);
            if (found == null) {
                throw new NotFoundException(where + ": not found");
            }
            return BlobValues.info(found, names);
        });
    }

    @Override
    public ObjectContent get(String bucket, String key) {
        String where = where(bucket, key);
        return read(bucket, key, () -> {
            Blob blob = blobs.getBlob(bucket, key);
            if (blob == null) {
                throw new NotFoundException(where + ": not found");
            }
            return new ObjectContent(BlobValues.info(blob.getMetadata(), names), BlobValues.open(blob));
        });
    }

    @Override
    public ObjectContent get(String bucket, String key, Slice slice) {
        String where = where(bucket, key);
        GetOptions options = GetOptions.Builder.range(slice.offset(), slice.offset() + slice.length() - 1);
        return read(bucket, key, () -> {
            Blob blob = blobs.getBlob(bucket, key, options);
            if (blob == null) {
                throw new NotFoundException(where + ": not found");
            }
            ObjectInfo info = BlobValues.info(blob.getMetadata(), names);
            if (slice.version().isKnown()
                    && !info.etag().value().equals(slice.version().value())) {
                throw new SourceChangedException(where);
            }
            if (info.length().orElse(-1) != slice.length()) {
                throw new RejectedException(where + ": the store gives out whole objects only; set"
                        + " mirror.multipart-threshold above its size");
            }
            return new ObjectContent(info, BlobValues.open(blob));
        });
    }

    @Override
    public ETag put(String bucket, String key, Upload upload) {
        String where = where(bucket, key);
        try {
            ETag written = ETag.parse(blobs.putBlob(bucket, BlobValues.blob(blobs.blobBuilder(key), upload, names)));
            return upload.proven(written, where);
        } catch (RuntimeException e) {
            throw BlobErrors.ofPut(e, where, upload.expected().isMd5());
        }
    }

    @Override
    public void delete(String bucket, String key) {
        call(where(bucket, key), () -> {
            blobs.removeBlob(bucket, key);
            return true;
        });
    }

    @Override
    public boolean bucketExists(String bucket) {
        return call(name + "://" + bucket, () -> blobs.containerExists(bucket));
    }

    @Override
    public void createBucket(String bucket) {
        call(name + "://" + bucket, () -> blobs.createContainerInLocation(null, bucket));
    }

    @Override
    public void close() {
        context.close();
        transport.close();
    }

    private String where(String bucket, String key) {
        return new ObjectLocation(name, bucket, key).toString();
    }

    /** A request that reads an object: what is not found is this object. */
    private <T> T read(String bucket, String key, Supplier<T> request) {
        try {
            return call(where(bucket, key), request);
        } catch (NotFoundException e) {
            throw NotFoundException.whenReading(new ObjectLocation(name, bucket, key), e);
        }
    }

    private static <T> T call(String what, Supplier<T> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            throw BlobErrors.of(e, what);
        }
    }
}
