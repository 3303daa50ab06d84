package org.multicloudmirror.docker;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Kubernetes manifests, read into the types of its API and with its strictness: no field that a type does not have, no
 * number where a text is due.
 */
final class Manifests {

    static final Path DIRECTORY = Path.of("docker/kubernetes");

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.of(
            "ConfigMap", ConfigMap.class,
            "Secret", Secret.class,
            "Deployment", Deployment.class,
            "CronJob", CronJob.class);

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new NothingUnknown())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, config -> {
                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .build();

    private Manifests() {}

    /** The models keep fields that they do not know in a map of their own; without it Jackson refuses them. */
    private static final class NothingUnknown extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    static HasMetadata read(String text) {
        Map<String, Object> manifest = Yaml.map(Yaml.read(text));
        return STRICT.convertValue(manifest, TYPES.get(String.valueOf(manifest.get("kind"))));
    }

    static String text(String file) throws IOException {
        return Files.readString(DIRECTORY.resolve(file));
    }

    static ConfigMap configMap() throws IOException {
        return (ConfigMap) read(text("configmap.yaml"));
    }

    static Secret secret() throws IOException {
        return (Secret) read(text("secret.yaml"));
    }

    static Deployment deployment() throws IOException {
        return (Deployment) read(text("deployment.yaml"));
    }

    static CronJob cronJob() throws IOException {
        return (CronJob) read(text("cronjob.yaml"));
    }
}
