package org.multicloudmirror.lease;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine calls itself. */
final class HostName {

    private HostName() {}

    static String here() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // a container whose name no one resolves: the message begins with it
            String message = String.valueOf(e.getMessage());
            return message.substring(0, Math.max(0, message.indexOf(':'))).strip();
        }
    }
}
