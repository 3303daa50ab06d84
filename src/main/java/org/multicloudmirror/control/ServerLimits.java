package org.multicloudmirror.control;

import java.util.Map;

/**
 * How long the JDK's HTTP server waits for the rest of a request, and for a peer that takes its answer; and how many
 * connections it has, each of which is a descriptor that a store or a file may need.
 */
public final class ServerLimits {

    /** The rest have their connection closed at once; those that say nothing lose theirs after 30 seconds. */
    private static final int CONNECTIONS = 100;

    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime",
            "10",
            "sun.net.httpserver.maxRspTime",
            "10",
            "sun.net.httpserver.maxIdleConnections",
            Integer.toString(CONNECTIONS / 2),
            "jdk.httpserver.maxConnections",
            Integer.toString(CONNECTIONS));

    private ServerLimits() {}

    /** Sets them before the first server is made: it reads them once, and has nearly none of its own. */
    public static void set() {
        LIMITS.forEach((limit, value) -> {
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, value);
            }
        });
    }
}
