package org.multicloudmirror.lease;

import java.time.Instant;
import org.multicloudmirror.storage.Keys;

/**
 * Who has a lease, for people to read.
 *
 * @param host the machine's name
 * @param pid the process there
 * @param run the run's id
 * @param scenario what it mirrors
 * @param since when it took the lease, by the store's clock
 */
record Holder(String host, long pid, String run, String scenario, Instant since) {

    private static final int MOST_SHOWN = 200;

    @Override
    public String toString() {
        return "host " + shown(host) + ", pid " + pid + ", run " + shown(run) + ", scenario " + shown(scenario)
                + ", since " + since;
    }

    private static String shown(String told) {
        return Keys.printable(told.substring(0, Math.min(MOST_SHOWN, told.length())));
    }
}
