package org.multicloudmirror.driver.jclouds;

import java.util.Map;

/** The doors of OpenStack, and what jclouds must know to enter. */
@SuppressWarnings("ImmutableEnumChecker") // what Map.of makes is immutable
public enum Door {
    /** tempauth and what speaks like it: {@code /auth/v1.0}. */
    V1(Map.of(
            Door.CREDENTIAL_TYPE,
            "tempAuthCredentials",
            "jclouds.swift.tempAuth.headerUser",
            "X-Auth-User",
            "jclouds.swift.tempAuth.headerPass",
            "X-Auth-Key")),
    /** Keystone v2.0, which jclouds takes for granted. */
    V2(Map.of()),
    /** Keystone v3. */
    V3(Map.of(Door.CREDENTIAL_TYPE, "passwordCredentials", "jclouds.keystone.version", "3"));

    /** The jclouds property that says what identity and credential are. */
    public static final String CREDENTIAL_TYPE = "jclouds.keystone.credential-type";

    private final Map<String, String> options;

    Door(Map<String, String> options) {
        this.options = options;
    }

    /** The door of an endpoint, by its usual path. */
    public static Door of(String endpoint) {
        String path = endpoint.replaceFirst("/+$", "");
        if (path.matches(".*/auth/v?1(\\.\\d)?")) {
            return V1;
        }
        return path.endsWith("/v3") ? V3 : V2;
    }

    /** jclouds properties, by their own names. */
    public Map<String, String> options() {
        return options;
    }
}
