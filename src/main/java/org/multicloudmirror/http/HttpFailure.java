package org.multicloudmirror.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** What went wrong on the wire, in words for the person who set the endpoint. */
public final class HttpFailure {

    private static final List<String> VARIABLES =
            List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy");

    /** Java's words for an answer that is not encrypted. */
    private static final String NO_TLS = "Unsupported or unrecognized SSL message";

    /** Java's words for a certificate of another name, where it is Java that looks. */
    private static final Pattern OTHER_NAME = Pattern.compile("No subject alternative |No name matching ");

    private HttpFailure() {}

    /** One line that names the endpoint and what happened; no header, no query. */
    public static String describe(Endpoint endpoint, IOException failure) {
        return endpoint.origin() + ": " + words(failure);
    }

    /** What happened, without where; never empty, and no name of a class. */
    public static String words(IOException failure) {
        return words(failure, System.getenv());
    }

    static String words(IOException failure, Map<String, String> environment) {
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        if (failure instanceof UnknownHostException) {
            return "the host name is unknown; check the endpoint and the network" + proxy(environment);
        }
        if (failure instanceof NoHttpResponseException) {
            return "the connection was closed without an answer";
        }
        if (failure instanceof ConnectionClosedException) {
            return "the connection was cut off" + message;
        }
        if (failure instanceof ConnectTimeoutException) {
            return "no connection in time (mirror.http.connect-timeout)" + message + proxy(environment);
        }
        if (failure instanceof SocketTimeoutException) {
            return "nothing came for too long (mirror.http.read-timeout)" + message;
        }
        if (failure instanceof ConnectException) {
            return "no connection" + message + "; check the endpoint and the network" + proxy(environment);
        }
        if (failure instanceof SocketException) {
            return "the connection broke" + message;
        }
        if (failure instanceof SSLException tls) {
            return ofTls(tls, "check the port, and whether it is https or http");
        }
        if (failure instanceof MessageConstraintException) {
            return "an answer's headers are longer or more than are read" + message;
        }
        if (failure instanceof MalformedChunkCodingException) {
            return "the body's chunks are broken" + message;
        }
        if (failure instanceof ClientProtocolException) {
            return "the answer is not HTTP" + message;
        }
        return failure.getMessage() == null ? "the connection failed" : failure.getMessage();
    }

    /** Other tools go by variables. */
    private static String proxy(Map<String, String> environment) {
        return VARIABLES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isEmpty())
                .findFirst()
                .map(name -> "; " + name + " is not read here, mirror.http.proxy names a proxy")
                .orElse("");
    }

    /**
     * What happened when a connection was to be encrypted.
     *
     * @param plain what to do where the other side does not encrypt
     */
    public static String ofTls(SSLException failure, String plain) {
        String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        if (failure instanceof SSLPeerUnverifiedException
                || OTHER_NAME.matcher(message).find()) {
            return "TLS failed" + message + "; use a host name that the certificate is for";
        }
        if (isUntrusted(failure)) {
            return "TLS failed, nobody who is trusted vouches for the server's certificate; set"
                    + " mirror.http.ca to a PEM file with its certificate authority";
        }
        return "TLS failed" + message + (message.endsWith(NO_TLS) ? "; " + plain : "");
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
