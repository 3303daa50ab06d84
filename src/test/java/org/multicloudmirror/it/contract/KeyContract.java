package org.multicloudmirror.it.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectMetadata;

/** A key is a string of bytes: written, listed and read as it is. */
interface KeyContract extends StoreUnderTest {

    /** The awkward keys that the store is known to refuse or to change, each with the reason. */
    default Map<String, String> impossibleKeys() {
        return Map.of();
    }

    default Stream<Named<String>> awkwardKeys() {
        return AwkwardKeys.all().stream().map(key -> Named.of("\"" + Keys.printable(key) + "\"", key));
    }

    @ParameterizedTest
    @MethodSource("awkwardKeys")
    default void keepsAnAwkwardKey(String key) {
        assumeTrue(!impossibleKeys().containsKey(key), () -> impossibleKeys().get(key));
        byte[] content = key.getBytes(UTF_8);

        Objects.put(store(), bucket(), key, content, ObjectMetadata.EMPTY);

        assertThat(listed(key)).isEqualTo(List.of(key));
        assertThat(Objects.content(store(), bucket(), key)).isEqualTo(content);
        store().delete(bucket(), key);
        assertThat(listed(key)).isEmpty();
    }

    /** What is listed of a key that no other begins with. */
    private List<String> listed(String key) {
        boolean isBare = gaps().containsKey(Gap.CONTROLS_IN_A_PREFIX) && key.matches("(?s).*[\\p{Cntrl}\uffff].*");
        return Objects.keys(store(), bucket(), isBare ? "" : key).stream()
                .filter(listed -> listed.startsWith(key))
                .toList();
    }

    @Test
    default void listsAwkwardKeysTogether() {
        String bucket = freshBucket();
        List<String> possible = AwkwardKeys.all().stream()
                .filter(key -> !impossibleKeys().containsKey(key))
                .sorted(Keys.ORDER)
                .toList();
        possible.forEach(key -> Objects.put(store(), bucket, key, "x"));

        assertThat(Objects.keys(store(), bucket, "")).isEqualTo(possible);
    }

    /** Each and only these, whatever a request for several makes of them. */
    @Test
    default void deletesAwkwardKeysTogether() {
        String bucket = freshBucket();
        List<String> possible = AwkwardKeys.all().stream()
                .filter(key -> !impossibleKeys().containsKey(key))
                .toList();
        possible.forEach(key -> Objects.put(store(), bucket, key, "x"));
        Objects.put(store(), bucket, "stays", "x");
        List<String> all = new ArrayList<>(possible);
        all.add("was never there");

        assertThat(store().delete(bucket, all)).isEmpty();
        assertThat(Objects.keys(store(), bucket, "")).isEqualTo(List.of("stays"));
    }

    @ParameterizedTest
    @MethodSource("folderMarkers")
    default void keepsAFolderMarker(String key, String content) {
        needs(Gap.FOLDER_MARKERS);

        Objects.put(store(), bucket(), key, content);
        Objects.put(store(), bucket(), key + "inside", "x");

        assertThat(Objects.keys(store(), bucket(), key)).isEqualTo(List.of(key, key + "inside"));
        assertThat(Objects.text(store(), bucket(), key)).isEqualTo(content);
    }

    default Stream<Arguments> folderMarkers() {
        return Stream.of(Arguments.of("marker/empty/", ""), Arguments.of("marker/with content/", "content"));
    }
}
