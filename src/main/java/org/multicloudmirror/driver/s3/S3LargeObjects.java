package org.multicloudmirror.driver.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.driver.ServerCopy;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.storage.AssembledTag;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.LargeObjects;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.PartLimits;
import org.multicloudmirror.storage.PartedUpload;
import org.multicloudmirror.storage.PartsRefusedException;
import org.multicloudmirror.storage.SentPart;
import org.multicloudmirror.storage.Slice;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.Upload;
import org.multicloudmirror.storage.UploadGoneException;

/** Multipart uploads (S3 user guide, "Uploading and copying objects using multipart upload"). */
final class S3LargeObjects implements LargeObjects {

    /** "Amazon S3 multipart upload limits", S3 user guide. */
    private static final PartLimits LIMITS = new PartLimits(5L << 30, 5L << 20, 5L << 30, 10_000);

    private final String store;
    private final S3Requests requests;
    private final S3Dialect dialect;
    private final S3Quirks quirks;

    S3LargeObjects(String store, S3Requests requests, S3Dialect dialect, S3Quirks quirks) {
        this.store = store;
        this.requests = requests;
        this.dialect = dialect;
        this.quirks = quirks;
    }

    @Override
    public PartLimits limits(String bucket) {
        return quirks.all().narrow(LIMITS, bucket);
    }

    @Override
    public AssembledTag tag() {
        return AssembledTag.MULTIPART;
    }

    @Override
    public PartedUpload begin(String bucket, String key, ObjectMetadata metadata, boolean createsContainer) {
        String where = where(bucket, key);
        SortedMap<String, String> parameters = new TreeMap<>(Map.of("uploads", ""));
        Map<String, String> headers = dialect.headers(metadata);
        try (HttpReply reply = requests.object("POST", bucket, key, parameters, headers, HttpBody.NOTHING)) {
            AnswerFields answer = AnswerFields.of(reply.errorText());
            if (!reply.isSuccess() || answer.isError()) {
                throw dialect.refusal(reply, metadata, bucket, key, where);
            }
            String id = answer.text("UploadId");
            if (id.isEmpty()) {
                throw new TransientStoreException(where + ": the answer has no upload id");
            }
            reply.drain();
            dialect.quirks().accepted(bucket, key, metadata);
            return new PartedUpload(bucket, key, id);
        } catch (IOException e) {
            throw broken(where, e);
        }
    }

    @Override
    public ETag put(PartedUpload upload, int number, Upload part) {
        String where = where(upload.bucket(), upload.key());
        SortedMap<String, String> parameters = of(upload);
        parameters.put("partNumber", Integer.toString(number));
        Map<String, String> headers =
                part.expected().isMd5() ? Map.of("Content-MD5", part.expected().md5Base64()) : Map.of();
        HttpBody body = new HttpBody(part.body(), part.size());
        try (HttpReply reply = requests.object("PUT", upload.bucket(), upload.key(), parameters, headers, body)) {
            if (!reply.isSuccess()) {
                quirks.silentParts().refused(upload.bucket(), reply.errorText());
                if (quirks.partRules().refusesNumber(number, reply.errorText())) {
                    throw new PartsRefusedException(
                            where + ": the store takes fewer parts; it is begun anew with those");
                }
                throw uploadError(reply, where);
            }
            reply.drain();
            ETag answer = S3Headers.etag(reply);
            if (!answer.isMd5()) {
                quirks.silentParts().learn(upload.bucket());
            }
            return part.proven(answer, where + ", part " + number);
        } catch (IOException e) {
            throw broken(where, e);
        }
    }

    /** "UploadPartCopy" (S3 API reference); it, too, may fail behind a 200. */
    @Override
    public ETag copy(PartedUpload upload, int number, ObjectLocation source, Slice slice, ObjectMetadata metadata) {
        return copy(upload, number, source, slice.version(), Map.of("x-amz-copy-source-range", slice.range()));
    }

    /** A whole object as the first part: of 5 MiB and less, the service gives no ranges (S3 API reference, UploadPartCopy). */
    ETag copyWhole(PartedUpload upload, ObjectLocation source, ETag version) {
        return copy(upload, 1, source, version, Map.of());
    }

    private ETag copy(PartedUpload upload, int number, ObjectLocation source, ETag version, Map<String, String> range) {
        String where = where(upload.bucket(), upload.key());
        SortedMap<String, String> parameters = of(upload);
        parameters.put("partNumber", Integer.toString(number));
        Map<String, String> headers = new TreeMap<>(range);
        headers.put("x-amz-copy-source", ServerCopy.path(source));
        headers.put("x-amz-copy-source-if-match", '"' + version.value() + '"');
        try (HttpReply reply =
                requests.object("PUT", upload.bucket(), upload.key(), parameters, headers, HttpBody.NOTHING)) {
            if (!reply.isSuccess()) {
                throw ServerCopy.partRefusal(reply.status(), dialect.error(reply, where), source);
            }
            ETag copied = dialect.copied(reply, where);
            reply.drain();
            return copied;
        } catch (IOException e) {
            throw broken(where, e);
        }
    }

    /** A completion that fails on the way has begun with 200 (S3 API reference, "CompleteMultipartUpload"). */
    @Override
    public ETag complete(PartedUpload upload, ObjectMetadata metadata, List<SentPart> parts) {
        String where = where(upload.bucket(), upload.key());
        byte[] list = list(parts).getBytes(UTF_8);
        HttpBody body = new HttpBody(new ByteArrayInputStream(list), list.length);
        try (HttpReply reply = requests.object("POST", upload.bucket(), upload.key(), of(upload), Map.of(), body)) {
            List<Long> sizes = parts.stream().map(SentPart::size).toList();
            // an error may come behind a 200
            if (quirks.partRules().refusesSizes(sizes, reply.errorText())) {
                throw new PartsRefusedException(where + ": the store takes other parts; it is begun anew with those");
            }
            if (!reply.isSuccess()) {
                throw uploadError(reply, where);
            }
            ETag written = dialect.copied(reply, where);
            reply.drain();
            return written;
        } catch (IOException e) {
            throw broken(where, e);
        }
    }

    @Override
    public void discard(PartedUpload upload) {
        try (HttpReply reply = requests.object("DELETE", upload.bucket(), upload.key(), of(upload), Map.of(), null)) {
            if (!reply.isSuccess() && reply.status() != 404) {
                throw dialect.error(reply, where(upload.bucket(), upload.key()));
            }
        }
    }

    /** The service keeps parts out of sight, and removes them with their object. */
    @Override
    public Optional<PartedUpload> current(String bucket, String key) {
        return Optional.empty();
    }

    /** What is gone is the upload, be it that someone ended it or that it was completed and the answer lost. */
    private StoreException uploadError(HttpReply reply, String where) {
        StoreException error = dialect.error(reply, where);
        return error instanceof NotFoundException ? new UploadGoneException(where + ": its upload is gone") : error;
    }

    private static SortedMap<String, String> of(PartedUpload upload) {
        return new TreeMap<>(Map.of("uploadId", upload.id()));
    }

    private static String list(List<SentPart> parts) {
        StringBuilder xml = new StringBuilder("<CompleteMultipartUpload>");
        for (SentPart part : parts) {
            xml.append("<Part><PartNumber>").append(part.number()).append("</PartNumber><ETag>&quot;");
            // of a part whose answer had none it is the MD5 that the store was told
            ETag tag = part.stored().isKnown() ? part.stored() : part.md5();
            xml.append(tag.value()).append("&quot;</ETag></Part>");
        }
        return xml.append("</CompleteMultipartUpload>").toString();
    }

    private static TransientStoreException broken(String what, IOException e) {
        return RequestFailure.broken(what, e);
    }

    private String where(String bucket, String key) {
        return new ObjectLocation(store, bucket, key).toString();
    }
}
