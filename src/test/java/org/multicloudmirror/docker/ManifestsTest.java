package org.multicloudmirror.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Kubernetes would take each manifest as it is. */
class ManifestsTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Manifests.DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isOfAKnownTypeWithKnownFields(Path file) throws Exception {
        String text = Files.readString(file);

        HasMetadata manifest = Manifests.read(text);

        assertThat(text)
                .contains("apiVersion: " + HasMetadata.getApiVersion(manifest.getClass()) + "\n")
                .contains("kind: " + HasMetadata.getKind(manifest.getClass()) + "\n");
        assertThat(manifest.getMetadata().getName()).isEqualTo("multi-cloud-mirror");
    }

    @ParameterizedTest
    @CsvSource({
        "configmap.yaml, metadata:, metadates:, metadates",
        "secret.yaml,     stringData:,          stringdata:,           stringdata",
        "deployment.yaml, readOnlyRootFilesystem:, readOnlyRootFileSystem:, readOnlyRootFileSystem",
        "deployment.yaml, sizeLimit:,           size:,                 size",
        "cronjob.yaml,    concurrencyPolicy:,   concurencyPolicy:,     concurencyPolicy",
        "cronjob.yaml,    'drop: [ALL]',        'drops: [ALL]',        drops",
    })
    void aMistypedFieldIsRefused(String file, String right, String wrong, String named) throws Exception {
        String text = Manifests.text(file);
        assertThat(text).contains(right);

        assertThatThrownBy(() -> Manifests.read(text.replaceFirst(Pattern.quote(right), wrong)))
                .hasMessageContaining("Unrecognized field \"" + named + "\"");
    }

    @Test
    void aNumberWhereATextIsDueIsRefused() throws Exception {
        String text = Manifests.text("deployment.yaml");

        assertThatThrownBy(() -> Manifests.read(text.replace("value: 0.0.0.0", "value: 9876")))
                .hasMessageContaining("Cannot coerce Integer value (9876) to `java.lang.String` value");
        assertThatThrownBy(() -> Manifests.read(text.replace("replicas: 1", "replicas: \"1\"")))
                .hasMessageContaining("Cannot coerce String value (\"1\") to `java.lang.Integer` value");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() throws Exception {
        String text = Manifests.text("cronjob.yaml");

        assertThatThrownBy(() -> Manifests.read(text.replace("  timeZone:", "  schedule: \"0 * * * *\"\n  timeZone:")))
                .hasMessageContaining("found duplicate key schedule");
    }
}
