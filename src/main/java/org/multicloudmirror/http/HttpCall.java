package org.multicloudmirror.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One request, built up and sent once. */
public final class HttpCall {

    /** One header line. */
    public record Field(String name, String value) {}

    /** What is written for every request. */
    private static final Set<String> OWN_FIELDS = Set.of("host", "content-length", "transfer-encoding", "expect");

    private final String method;
    private final Endpoint endpoint;
    private final String target;
    private final List<Field> fields = new ArrayList<>();
    private @Nullable HttpBody body;

    /**
     * @param method in upper case
     * @param endpoint where to; its path stands in front of the target
     * @param target the path below, already percent-encoded, with the query: sent byte for byte, so that {@code //} and
     *     {@code ..} in a key survive
     */
    public HttpCall(String method, Endpoint endpoint, String target) {
        this.method = method;
        this.endpoint = endpoint;
        String whole = endpoint.path() + target;
        this.target = whole.startsWith("/") ? whole : "/" + whole;
    }

    /** A request that another client wants sent, by its whole address. */
    public static HttpCall to(String method, URI address) {
        return to(method, address, UnaryOperator.identity());
    }

    /** The same at a host that the other client knows by another name. */
    public static HttpCall to(String method, URI address, UnaryOperator<Endpoint> real) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return new HttpCall(method, real.apply(Endpoint.originOf(address)), address.getRawPath() + query);
    }

    /** Adds a header line of another client's, unless this layer writes it itself. */
    public void foreignHeader(String name, String value) {
        if (!OWN_FIELDS.contains(name.toLowerCase(Locale.ROOT))) {
            header(name, value);
        }
    }

    /** Adds a header line. */
    public HttpCall header(String name, String value) {
        fields.add(new Field(name, value));
        return this;
    }

    /** Gives the request a body. */
    public HttpCall body(HttpBody content) {
        this.body = content;
        return this;
    }

    public String method() {
        return method;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** The whole path with the query, as it is sent. */
    public String target() {
        return target;
    }

    public List<Field> fields() {
        return fields;
    }

    public @Nullable HttpBody body() {
        return body;
    }
}
