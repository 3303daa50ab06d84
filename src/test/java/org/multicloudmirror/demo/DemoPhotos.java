package org.multicloudmirror.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.multicloudmirror.storage.ContentHeader;
import org.multicloudmirror.storage.ETag;
import org.multicloudmirror.storage.ObjectMetadata;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.Upload;

/** The objects of the demo: some folders of made-up pictures, a text and a big one. */
final class DemoPhotos {

    static final String BUCKET = "demo-photos";

    private static final int SMALL = 40_000;
    private static final int BIG = 20_000_000;

    private final ObjectStore store;
    private final Random random = new Random(2011);

    DemoPhotos(ObjectStore store) {
        this.store = store;
    }

    void create() {
        store.createBucket(BUCKET);
        for (String folder : List.of("alps", "coast", "garden")) {
            for (int i = 1; i <= 12; i++) {
                put(folder + "/picture-" + i + ".jpg", "image/jpeg", noise(SMALL));
            }
        }
        put("film.mov", "video/quicktime", noise(BIG));
        put("grüße.txt", "text/plain; charset=utf-8", "Viele Grüße".getBytes(StandardCharsets.UTF_8));
    }

    /** Changes one object and adds another; returns their keys. */
    List<String> change() {
        put("alps/picture-1.jpg", "image/jpeg", noise(SMALL));
        put("garden/picture-13.jpg", "image/jpeg", noise(SMALL));
        return List.of("alps/picture-1.jpg", "garden/picture-13.jpg");
    }

    private void put(String key, String type, byte[] bytes) {
        ObjectMetadata metadata =
                new ObjectMetadata(Map.of(ContentHeader.CONTENT_TYPE, type), Map.of("camera", "made up"));
        store.put(BUCKET, key, new Upload(metadata, bytes.length, ETag.NONE, new ByteArrayInputStream(bytes)));
    }

    private byte[] noise(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
