package org.multicloudmirror.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.scenario.ScenarioParser;

/** The scenarios that the service would find in its containers. */
class ScheduledScenariosTest {

    private static final Set<String> WHEN = Set.of("cron", "every", "poll");
    private static final Set<String> OTHERS = Set.of("scenario", "timezone", "misfire", "mail");

    private final ScenarioParser parser = new ScenarioParser(Set.of("s3", "cf"));

    static List<String> texts() throws IOException {
        return List.of(
                Manifests.configMap().getData().get("scenarios.camel.yaml"),
                Files.readString(Path.of("docker/scenarios/scenarios.camel.yaml")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void eachIsOneOfTheTemplateAndHasOneSchedule(String text) {
        List<Object> entries = Yaml.list(Yaml.read(text));
        assertThat(entries).isNotEmpty();

        for (Object entry : entries) {
            Map<String, Object> route = Yaml.map(Yaml.map(entry).get("templatedRoute"));
            assertThat(route.keySet()).containsExactlyInAnyOrder("routeId", "routeTemplateRef", "parameters");
            assertThat(route).containsEntry("routeTemplateRef", "scenario");

            Map<String, String> parameters = parameters(route);
            assertThat(parameters.keySet())
                    .containsOnlyOnceElementsOf(Set.of("scenario"))
                    .allMatch(name -> WHEN.contains(name) || OTHERS.contains(name));
            assertThat(parameters.keySet()).filteredOn(WHEN::contains).hasSize(1);
            assertThat(parser.parse(parameters.get("scenario"))).isNotNull();
        }
    }

    private static Map<String, String> parameters(Map<String, Object> route) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Object parameter : Yaml.list(route.get("parameters"))) {
            Map<String, Object> pair = Yaml.map(parameter);
            assertThat(pair.keySet()).containsExactly("name", "value");
            parameters.put((String) pair.get("name"), (String) pair.get("value"));
        }
        return parameters;
    }
}
