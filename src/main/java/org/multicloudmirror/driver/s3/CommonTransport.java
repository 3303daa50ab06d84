package org.multicloudmirror.driver.s3;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.http.HttpTransport;

/**
 * What is sent by where nobody can hand over a transport: the SDK makes an {@link SdkHttp} without asking. It is that of
 * the stores that were opened last.
 */
public final class CommonTransport {

    private static final AtomicReference<@Nullable Supplier<HttpTransport>> CURRENT = new AtomicReference<>();

    /** Where the SDK looks first; what {@code lib/} has may bring clients of other kinds, and of two it would take none. */
    private static final String CLIENT = "software.amazon.awssdk.http.service.impl";

    private CommonTransport() {}

    /** Has this one be taken from now on; it is asked for each time. */
    public static void set(Supplier<HttpTransport> transport) {
        CURRENT.set(transport);
        if (System.getProperty(CLIENT) == null) {
            System.setProperty(CLIENT, CommonTransport.class.getPackageName() + ".SdkHttp");
        }
    }

    /** Has this one be taken no more. */
    public static void unset(Supplier<HttpTransport> transport) {
        CURRENT.compareAndSet(transport, null);
    }

    static @Nullable HttpTransport get() {
        Supplier<HttpTransport> current = CURRENT.get();
        return current == null ? null : current.get();
    }
}
