package org.multicloudmirror.it.contract;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** jclouds' store in a directory. */
class FilesystemStoreIT extends ObjectStoreContract {

    @TempDir
    static Path directory;

    @Override
    Map<String, String> properties() {
        return Map.of(
                "driver", "jclouds",
                "provider", "filesystem",
                "identity", "any",
                "credential", "any",
                "options.jclouds.filesystem.basedir", directory.toString());
    }

    @Override
    public Map<Gap, String> gaps() {
        return Map.of(
                Gap.LEASES, "jclouds puts without conditions",
                Gap.OBJECT_BESIDE_ITS_FOLDER, "a file and a directory cannot have one name",
                Gap.FOLDER_MARKERS, "a directory is no object",
                Gap.BYTE_ORDER_BEYOND_THE_FIRST_PLANE, "it sorts Java strings, hence UTF-16");
    }

    @Override
    public Map<String, String> impossibleKeys() {
        Map<String, String> keys = new HashMap<>();
        for (String key : List.of("/leading", "//leading-twice", "/", "//")) {
            keys.put(key, "it refuses a leading slash");
        }
        for (String key : List.of("..", "../a", "a/../b", "a/..")) {
            keys.put(key, "it refuses a way out of the directory");
        }
        for (String key : List.of(".", "./a", "a/./b")) {
            keys.put(key, "a dot is the directory itself");
        }
        keys.put("in//side", "a path has no empty names");
        keys.put("trailing//", "a directory has no content");
        keys.put(AwkwardKeys.LONGEST, "a name of a file ends at 255 bytes");
        return keys;
    }

    @Override
    void clean(List<String> buckets) {
        // they go with the directory
    }
}
