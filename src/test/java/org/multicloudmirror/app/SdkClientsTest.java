package org.multicloudmirror.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.camel.main.Main;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.ObjectStores;
import software.amazon.awssdk.services.s3.S3Client;

class SdkClientsTest {

    private final List<String> made = new ArrayList<>();
    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void aClientIsMadeWhenItIsLookedUp() throws Exception {
        Registry registry = registry("s3", "other");
        assertThat(made).isEmpty();

        assertThat(registry.lookupByNameAndType("mirror.other", S3Client.class)).isNotNull();

        assertThat(made).containsExactly("other");
    }

    @Test
    void theOnlyOneIsFoundByItsType() throws Exception {
        assertThat(registry("s3").findSingleByType(S3Client.class)).isNotNull();
        assertThat(made).containsExactly("s3");
    }

    @Test
    void ofSeveralNoneIsFoundByItsType() throws Exception {
        assertThat(registry("s3", "other").findByType(S3Client.class)).isEmpty();
        assertThat(made).isEmpty();
    }

    @Test
    void whatRoutesLookUpMakesNone() throws Exception {
        Registry registry = registry("s3");

        assertThat(registry.lookupByName("s3")).isNull();
        assertThat(registry.lookupByName("mirror.cf")).isNull();
        assertThat(registry.findByType(Runnable.class)).isEmpty();

        assertThat(made).isEmpty();
    }

    @Test
    void aStoreThatIsNotSetUpIsNotFoundByItsType() throws Exception {
        Registry registry = registry(Map.of("s3", () -> {
            throw new AccessDeniedException("no credentials");
        }));

        assertThat(registry.findByType(S3Client.class)).isEmpty();
    }

    private Registry registry(String... stores) throws Exception {
        Map<String, Supplier<Object>> clients = new TreeMap<>();
        for (String store : stores) {
            clients.put(store, () -> {
                made.add(store);
                return new S3Client() {
                    @Override
                    public String serviceName() {
                        return store;
                    }

                    @Override
                    public void close() {}
                };
            });
        }
        return registry(clients);
    }

    private Registry registry(Map<String, Supplier<Object>> clients) throws Exception {
        SdkClients.bind(main, new ObjectStores() {
            @Override
            public Set<String> names() {
                return clients.keySet();
            }

            @Override
            public ObjectStore named(String name) {
                throw new UnsupportedOperationException(name);
            }

            @Override
            public Map<String, Supplier<Object>> sdkClients() {
                return clients;
            }
        });
        main.start();
        return main.getCamelContext().getRegistry();
    }
}
