package org.multicloudmirror.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.multicloudmirror.settings.Setting;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.SettingsLoader;
import org.multicloudmirror.settings.StoreProperty;

/** The manifests fit each other and what the program expects. */
class PodsTest {

    /** How long a report may take after the last copy. */
    private static final int SECONDS_FOR_THE_REPORT = 20;

    private static final Pattern SECRET_FILE = Pattern.compile("=file:/run/secrets/mirror/(\\S+)");

    @TempDir
    private Path directory;

    static List<PodTemplateSpec> pods() throws IOException {
        return List.of(
                Manifests.deployment().getSpec().getTemplate(),
                Manifests.cronJob().getSpec().getJobTemplate().getSpec().getTemplate());
    }

    @ParameterizedTest
    @MethodSource("pods")
    void runsWithoutPrivilegesAndWritesOnlyWhereItMust(PodTemplateSpec pod) {
        PodSpec spec = pod.getSpec();
        assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(spec.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(spec.getAutomountServiceAccountToken()).isFalse();

        Container container = only(spec);
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(mounts(container)).containsEntry("tmp", "/tmp");
    }

    @ParameterizedTest
    @MethodSource("pods")
    void kubernetesSetsNoVariableThatWouldBeTakenForASetting(PodTemplateSpec pod) {
        assertThat(pod.getSpec().getEnableServiceLinks()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void isGivenTheTimeForItsGraceAndTheReport(PodTemplateSpec pod) throws Exception {
        int grace = settings(pod).number(Setting.GRACE);

        assertThat(pod.getSpec().getTerminationGracePeriodSeconds()).isGreaterThan(grace + SECONDS_FOR_THE_REPORT);
    }

    @ParameterizedTest
    @MethodSource("pods")
    void mountsWhatItNames(PodTemplateSpec pod) throws Exception {
        Container container = only(pod.getSpec());
        assertThat(mounts(container).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        pod.getSpec().getVolumes().stream().map(Volume::getName).toList());
        for (Volume volume : pod.getSpec().getVolumes()) {
            if (volume.getConfigMap() != null) {
                assertThat(volume.getConfigMap().getName())
                        .isEqualTo(Manifests.configMap().getMetadata().getName());
            }
            if (volume.getSecret() != null) {
                assertThat(volume.getSecret().getSecretName())
                        .isEqualTo(Manifests.secret().getMetadata().getName());
                assertThat(volume.getSecret().getDefaultMode()).isEqualTo(0440);
            }
        }
        Set<String> configured = Manifests.configMap().getData().keySet().stream()
                .map(key -> mounts(container).get("config") + "/" + key)
                .collect(Collectors.toSet());
        assertThat(container.getArgs()).anyMatch(configured::contains);
        assertThat(container.getEnv())
                .filteredOn(variable -> variable.getName().equals("MIRROR_SCENARIOS"))
                .extracting(EnvVar::getValue)
                .allMatch(configured::contains);
    }

    @Test
    void theSettingsNameTheFilesOfTheSecret() throws Exception {
        Set<String> named = SECRET_FILE
                .matcher(properties())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Manifests.secret().getStringData().keySet());
        for (PodTemplateSpec pod : pods()) {
            assertThat(mounts(only(pod.getSpec()))).containsEntry("secret", "/run/secrets/mirror");
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void itsSettingsCanBeUsed(PodTemplateSpec pod) throws Exception {
        Settings settings = settings(pod);

        assertThat(settings.stores()).containsExactly("cf", "s3");
        assertThat(settings.ofStore("s3", StoreProperty.SECRET_KEY)).isEqualTo("REPLACE-ME");
    }

    private static String properties() throws IOException {
        return Manifests.configMap().getData().get("mirror.properties");
    }

    /** What the program would read in the pod, with the secret's files in a directory of this test. */
    private Settings settings(PodTemplateSpec pod) throws IOException {
        for (Map.Entry<String, String> secret :
                Manifests.secret().getStringData().entrySet()) {
            Files.writeString(directory.resolve(secret.getKey()), secret.getValue());
        }
        Path file = directory.resolve("mirror.properties");
        Files.writeString(file, properties().replace("/run/secrets/mirror", directory.toString()));
        return new SettingsLoader()
                .file(file)
                .environment(only(pod.getSpec()).getEnv().stream()
                        .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue)))
                .load();
    }

    private static Container only(PodSpec spec) {
        assertThat(spec.getContainers()).hasSize(1);
        return spec.getContainers().get(0);
    }

    private static Map<String, String> mounts(Container container) {
        return container.getVolumeMounts().stream()
                .collect(Collectors.toMap(VolumeMount::getName, VolumeMount::getMountPath));
    }
}
