package org.multicloudmirror.control;

import java.util.List;

/** How long the JDK's HTTP server waits for the rest of a request, and for a peer that takes its answer. */
public final class ServerLimits {

    private static final String SECONDS = "10";

    private ServerLimits() {}

    /** Sets them before the first server is made: it reads them once, and waits for ever without them. */
    public static void set() {
        for (String limit : List.of("sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime")) {
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, SECONDS);
            }
        }
    }
}
