package org.multicloudmirror.it.servers;

import java.util.UUID;

/** Names that no other test uses, for servers that are shared. */
public final class Names {

    private Names() {}

    /** A name that suits every store as a bucket's. */
    public static String fresh() {
        return "it-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
