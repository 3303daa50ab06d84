package org.multicloudmirror.control;

import java.time.Instant;

/**
 * Where a service is told things.
 *
 * @param host of the loopback: {@code 127.0.0.1} or {@code ::1}
 * @param token what every request must have
 * @param pid of its process
 * @param since when it began
 * @param scenarios the file that it serves; empty when it serves routes alone
 */
public record ServiceAddress(String host, int port, String token, long pid, Instant since, String scenarios) {

    /** Without the token. */
    @Override
    public String toString() {
        return "pid " + pid + " at " + host + " port " + port;
    }
}
