package org.multicloudmirror.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.StoreException;

class BulkDeletionTest {

    private final List<List<String>> together = new ArrayList<>();
    private final List<String> single = new ArrayList<>();
    private Optional<Map<String, StoreException>> answer = Optional.of(Map.of());

    @Test
    void deletesAsManyAtOnceAsTheServiceTakes() {
        assertThat(delete("a", "b", "c", "d", "e")).isEmpty();

        assertThat(together).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
        assertThat(single).isEmpty();
    }

    @Test
    void deletesOneByOneWhatTheRequestCannotName() {
        assertThat(delete("a", "!b", "c")).isEmpty();

        assertThat(together).containsExactly(List.of("a", "c"));
        assertThat(single).containsExactly("!b");
    }

    @Test
    void deletesOneByOneWhereTheServiceKnowsNoOtherWay() {
        answer = Optional.empty();

        assertThat(delete("a", "b", "c", "denied")).containsOnlyKeys("denied");
        assertThat(single).containsExactly("a", "b", "c", "denied");
    }

    @Test
    void tellsWhatFailed() {
        answer = Optional.of(Map.of("a", new AccessDeniedException("403")));

        assertThat(delete("a", "!denied")).containsOnlyKeys("a", "!denied");
    }

    @Test
    void asksNothingAboutNothing() {
        assertThat(delete()).isEmpty();
        assertThat(together).isEmpty();
    }

    private Map<String, StoreException> delete(String... keys) {
        BulkDeletion deletion = new BulkDeletion(
                2,
                key -> !key.startsWith("!"),
                (bucket, some) -> {
                    together.add(some);
                    return answer;
                },
                (bucket, key) -> {
                    single.add(key);
                    if (key.endsWith("denied")) {
                        throw new AccessDeniedException("403");
                    }
                });
        return deletion.delete("bucket", List.of(keys));
    }
}
