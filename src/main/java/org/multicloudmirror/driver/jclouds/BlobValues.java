package org.multicloudmirror.driver.jclouds;

import com.google.common.hash.HashCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jclouds.blobstore.domain.Blob;
import org.jclouds.blobstore.domain.BlobBuilder;
import org.jclouds.blobstore.domain.BlobMetadata;
import org.jclouds.blobstore.domain.StorageMetadata;
import org.jclouds.io.ContentMetadata;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectInfo;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Upload;

/** Between jclouds' values and ours. */
final class BlobValues {

    /** RFC 9110, section 5.6.7; Java's own RFC_1123_DATE_TIME writes a day of one digit. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private BlobValues() {}

    /** An entry of a listing, unless it is a directory that nobody wrote: that one has no tag. */
    static Optional<ObjectEntry> entry(StorageMetadata found) {
        return switch (found.getType()) {
            case BLOB -> Optional.of(entry(found, orZero(found.getSize())));
            // filesystem tells the size of the directory itself
            case FOLDER -> found.getETag() == null ? Optional.empty() : Optional.of(entry(found, 0));
            case CONTAINER, RELATIVE_PATH -> Optional.empty();
        };
    }

    private static ObjectEntry entry(StorageMetadata found, long size) {
        return new ObjectEntry(found.getName(), size, etag(found), instant(found.getLastModified()), false);
    }

    static ObjectInfo info(BlobMetadata found, MetadataNames names) {
        ContentMetadata content = found.getContentMetadata();
        Map<ContentHeader, String> headers = new EnumMap<>(ContentHeader.class);
        put(headers, ContentHeader.CONTENT_TYPE, content.getContentType());
        put(headers, ContentHeader.CACHE_CONTROL, content.getCacheControl());
        put(headers, ContentHeader.CONTENT_DISPOSITION, content.getContentDisposition());
        put(headers, ContentHeader.CONTENT_ENCODING, content.getContentEncoding());
        put(headers, ContentHeader.CONTENT_LANGUAGE, content.getContentLanguage());
        Date expires = content.getExpires();
        put(headers, ContentHeader.EXPIRES, expires == null ? null : httpDate(expires));
        Map<String, String> user = names.received(found.getUserMetadata());
        Long length = content.getContentLength();
        return new ObjectInfo(
                length == null ? OptionalLong.empty() : OptionalLong.of(length),
                etag(found),
                instant(found.getLastModified()),
                new ObjectMetadata(headers, user));
    }

    static InputStream open(Blob blob) {
        try {
            return blob.getPayload().openStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The blob that an upload asks for.
     *
     * @throws RejectedException when {@code Expires} is no date: jclouds holds nothing else
     */
    static Blob blob(BlobBuilder builder, Upload upload, MetadataNames names) {
        ObjectMetadata metadata = upload.metadata();
        BlobBuilder.PayloadBlobBuilder payload = builder.userMetadata(names.toSend(metadata.user()))
                .payload(upload.body())
                .contentLength(upload.size());
        metadata.header(ContentHeader.CONTENT_TYPE).ifPresent(payload::contentType);
        metadata.header(ContentHeader.CACHE_CONTROL).ifPresent(payload::cacheControl);
        metadata.header(ContentHeader.CONTENT_DISPOSITION).ifPresent(payload::contentDisposition);
        metadata.header(ContentHeader.CONTENT_ENCODING).ifPresent(payload::contentEncoding);
        metadata.header(ContentHeader.CONTENT_LANGUAGE).ifPresent(payload::contentLanguage);
        metadata.header(ContentHeader.EXPIRES).ifPresent(text -> payload.expires(date(text)));
        if (upload.expected().isMd5()) {
            payload.contentMD5(HashCode.fromString(upload.expected().value()));
        }
        return payload.build();
    }

    /** The tags of Azure and Google are no MD5; theirs is a property of its own. */
    private static ETag etag(StorageMetadata found) {
        ETag tag = found.getETag() == null ? ETag.NONE : ETag.parse(found.getETag());
        HashCode md5 =
                found instanceof BlobMetadata blob ? blob.getContentMetadata().getContentMD5AsHashCode() : null;
        return tag.isMd5() || md5 == null ? tag : ETag.ofMd5(md5.asBytes());
    }

    private static long orZero(@Nullable Long size) {
        return size == null ? 0 : size;
    }

    private static Instant instant(@Nullable Date date) {
        return date == null ? Instant.EPOCH : date.toInstant();
    }

    private static void put(Map<ContentHeader, String> headers, ContentHeader name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    private static String httpDate(Date date) {
        return HTTP_DATE.format(date.toInstant().atOffset(ZoneOffset.UTC));
    }

    private static Date date(String text) {
        try {
            return Date.from(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeParseException e) {
            throw new RejectedException("this store holds no Expires that is not a date: \"" + text + "\"");
        }
    }
}
