package org.multicloudmirror.bench;

import java.util.Locale;

/** How clients reach the load server. */
enum Scheme {
    HTTPS,
    HTTP;

    /** As in a URL. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
