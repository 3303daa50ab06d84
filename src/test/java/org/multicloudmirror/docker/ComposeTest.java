package org.multicloudmirror.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.settings.StoreProperty;

/** What Compose's own check could not say, and what nobody should open by accident. */
class ComposeTest {

    private static final Path FILE = Path.of("docker/compose.yaml");

    private final Map<String, Map<String, Object>> services = new LinkedHashMap<>();

    ComposeTest() throws Exception {
        Map<String, Object> file = Yaml.map(Yaml.read(FILE));
        Yaml.map(file.get("services")).forEach((name, service) -> services.put(name, Yaml.map(service)));
    }

    @Test
    void foreignImagesHaveAFixedVersion() {
        services.forEach((name, service) -> {
            if (!service.containsKey("build")) {
                assertThat((String) service.get("image")).as(name).matches("[^:]+:v?\\d+\\.\\d+\\.\\d+");
            }
        });
    }

    @Test
    void everyPortIsBoundToThisMachine() {
        services.forEach((name, service) -> assertThat(Yaml.list(service.getOrDefault("ports", List.of())))
                .as(name)
                .allSatisfy(port -> assertThat((String) port).startsWith("127.0.0.1:")));
    }

    @Test
    void everyServiceIsHardened() {
        services.forEach((name, service) -> assertThat(service)
                .as(name)
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true")));
    }

    @Test
    void builtImagesHaveTheirFiles() {
        services.forEach((name, service) -> {
            if (service.containsKey("build")) {
                Map<String, Object> build = Yaml.map(service.get("build"));
                Path context = FILE.resolveSibling((String) build.get("context"));
                assertThat(Files.exists(context.resolve((String) build.get("dockerfile"))))
                        .as(name)
                        .isTrue();
            }
        });
    }

    @Test
    void theSettingsCanBeUsed() {
        Map<String, String> environment = new LinkedHashMap<>();
        Yaml.map(services.get("mirror").get("environment"))
                .forEach((name, value) -> environment.put(name, (String) value));

        Settings settings = new SettingsLoader().environment(environment).load();

        assertThat(settings.ofStore("s3", StoreProperty.ENDPOINT)).isEqualTo("http://s3:8070");
    }

    @Test
    void itsScenariosAreMounted() {
        assertThat(Yaml.list(services.get("mirror").get("volumes"))).contains("./scenarios:/etc/multi-cloud-mirror:ro");
        assertThat(Yaml.map(services.get("mirror").get("environment")))
                .containsEntry("MIRROR_SCENARIOS", "/etc/multi-cloud-mirror/scenarios.camel.yaml");
    }
}
