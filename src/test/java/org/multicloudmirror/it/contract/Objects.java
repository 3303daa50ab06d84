package org.multicloudmirror.it.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ListingPage;
import org.multicloudmirror.storage.ObjectContent;
import org.multicloudmirror.storage.ObjectEntry;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.Upload;

/** What tests do with a store, in one line each. */
final class Objects {

    private Objects() {}

    static ETag put(ObjectStore store, String bucket, String key, String content) {
        return put(store, bucket, key, content.getBytes(UTF_8), ObjectMetadata.EMPTY);
    }

    /** Writes with the right MD5 to be proven. */
    static ETag put(ObjectStore store, String bucket, String key, byte[] content, ObjectMetadata metadata) {
        return store.put(
                bucket, key, new Upload(metadata, content.length, md5(content), new ByteArrayInputStream(content)));
    }

    static byte[] content(ObjectStore store, String bucket, String key) {
        try (ObjectContent object = store.get(bucket, key)) {
            return object.body().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(ObjectStore store, String bucket, String key) {
        return new String(content(store, bucket, key), UTF_8);
    }

    /** All entries, page by page. */
    static List<ObjectEntry> entries(ObjectStore store, String bucket, String prefix) {
        List<ObjectEntry> entries = new ArrayList<>();
        String from = null;
        do {
            ListingPage page = store.list(bucket, prefix, from);
            entries.addAll(page.entries());
            from = page.next();
        } while (from != null);
        return entries;
    }

    static List<String> keys(ObjectStore store, String bucket, String prefix) {
        return entries(store, bucket, prefix).stream().map(ObjectEntry::key).toList();
    }

    static ETag md5(byte[] content) {
        try {
            return ETag.ofMd5(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes of every value, the same for the same size. */
    static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
