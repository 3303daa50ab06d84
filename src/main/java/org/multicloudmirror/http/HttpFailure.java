package org.multicloudmirror.http;

import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** What went wrong on the wire, in words for the person who set the endpoint. */
public final class HttpFailure {

    private HttpFailure() {}

    /** One line that names the endpoint and what happened; no header, no query. */
    public static String describe(Endpoint endpoint, IOException failure) {
        String where = endpoint.origin().toString();
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        if (failure instanceof UnknownHostException) {
            return where + ": the host name is unknown; check the endpoint and the network";
        }
        if (failure instanceof NoHttpResponseException) {
            return where + ": the connection was closed without an answer";
        }
        if (failure instanceof ConnectionClosedException) {
            return where + ": the connection was cut off" + message;
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            return where + ": TLS failed" + message + "; use a host name that the certificate is for";
        }
        if (isUntrusted(failure)) {
            return where + ": TLS failed, nobody who is trusted vouches for the server's certificate; set"
                    + " mirror.http.ca to a PEM file with its certificate authority";
        }
        return where
                + (failure instanceof SSLException
                        ? ": TLS failed"
                        : ": " + failure.getClass().getSimpleName())
                + message;
    }

    private static boolean isUntrusted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
                return true;
            }
        }
        return false;
    }
}
