package org.multicloudmirror.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes from an environment what leads clients elsewhere: credentials, endpoints, proxies. */
final class CleanEnvironment {

    private static final List<String> PREFIXES = List.of("AWS_", "OS_", "ST_", "RCLONE_", "MIRROR_STORES_");

    private CleanEnvironment() {}

    static void apply(Map<String, String> environment) {
        environment.keySet().removeIf(CleanEnvironment::leadsElsewhere);
        environment.put("NO_PROXY", "127.0.0.1");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
    }

    private static boolean leadsElsewhere(String name) {
        return PREFIXES.stream().anyMatch(name::startsWith)
                || name.toLowerCase(Locale.ROOT).endsWith("_proxy");
    }
}
