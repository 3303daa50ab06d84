package org.multicloudmirror.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Tells a server that said nothing from one that broke off. */
public final class NoAnswer {

    private NoAnswer() {}

    /**
     * Whether a request failed before its answer began: no name, no way, no connection, no TLS, or silence. Who makes too
     * little progress is there.
     */
    public static boolean is(IOException failure) {
        return failure instanceof UnknownHostException
                || failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof PortUnreachableException
                || failure instanceof SSLException
                || failure instanceof SocketTimeoutException
                || failure instanceof NoHttpResponseException;
    }

    /** Whether a request without the beginning of an answer failed because the other side, or who stands in for it, hung up. */
    public static boolean isHangUp(IOException failure) {
        return failure instanceof SocketException;
    }
}
