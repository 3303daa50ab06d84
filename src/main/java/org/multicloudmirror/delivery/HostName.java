package org.multicloudmirror.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine is called, for who is told of its runs. */
public final class HostName {

    private HostName() {}

    /** Its name, or words that say that it has none. */
    public static String ours() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
