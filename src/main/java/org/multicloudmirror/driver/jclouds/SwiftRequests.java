package org.multicloudmirror.driver.jclouds;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.RequestFailure;
import org.multicloudmirror.driver.ServiceError;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.HttpReply;
import org.multicloudmirror.http.HttpTransport;
import org.multicloudmirror.http.PercentEncoding;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.ObjectLocation;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.TransientStoreException;

/** Requests with jclouds' token to jclouds' endpoint, over the lean layer. */
final class SwiftRequests {

    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;
    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** Its own, and one that another worker had to make meanwhile. */
    private static final int MOST_RENEWALS = 2;

    /** The name of no container. */
    private static final String ACCOUNT = "";

    private final SwiftAccess access;
    private final HttpTransport transport;
    private final LoneRefusals lone;

    SwiftRequests(SwiftAccess access, HttpTransport transport) {
        this.access = access;
        this.transport = transport;
        this.lone = access.loneRefusals();
    }

    HttpReply object(
            String method, String container, String key, Map<String, String> headers, @Nullable HttpBody body) {
        return object(method, container, key, "", headers, body);
    }

    /** An object request; the query is encoded already. */
    HttpReply object(
            String method,
            String container,
            String key,
            String query,
            Map<String, String> headers,
            @Nullable HttpBody body) {
        if (!Keys.isReadable(key)) {
            throw new RejectedException(new ObjectLocation(access.store(), container, key) + ": " + Keys.UNREADABLE);
        }
        String target = "/" + PercentEncoding.path(container) + "/" + PercentEncoding.path(key) + query;
        return send(method, container, target, headers, body);
    }

    /** Where the account is; a login, where none was needed until now. */
    Endpoint storage() {
        return access.session().storage();
    }

    /** What the service tells anyone of itself, beside the accounts' path ({@code /v1}). */
    HttpReply info() {
        Endpoint storage = storage();
        String path = storage.path().replaceFirst("/v1(/.*)?$", "") + "/info";
        try {
            return transport.send(new HttpCall("GET", storage.origin(), path));
        } catch (IOException e) {
            throw RequestFailure.of(storage, e);
        }
    }

    /** A container request; the query is encoded already. */
    HttpReply container(String method, String container, String query) {
        return send(method, container, "/" + PercentEncoding.path(container) + query, Map.of(), null);
    }

    /** A container request with headers. */
    HttpReply container(String method, String container, Map<String, String> headers) {
        return send(method, container, "/" + PercentEncoding.path(container), headers, null);
    }

    /** A request that reads of the account itself; the query is encoded already. */
    HttpReply account(String query) {
        return send("GET", ACCOUNT, query, Map.of(), null);
    }

    /** A request to the account itself; the query is encoded already. */
    HttpReply account(String method, String query, Map<String, String> headers, HttpBody body) {
        return send(method, ACCOUNT, query, headers, body);
    }

    /**
     * A token that ran out is renewed once; one that works and is refused is tried again, until the request is taken for
     * denied. A body that has gone is sent anew by the copy's own retry.
     */
    private HttpReply send(
            String method, String container, String target, Map<String, String> headers, @Nullable HttpBody body) {
        String request = method + " " + target;
        for (int renewals = 0; ; renewals++) {
            SwiftAccess.Session session = access.session();
            Instant sent = access.now();
            HttpReply reply = sendOnce(session, method, target, headers, body);
            boolean isWrite = !READS.contains(method);
            if (reply.status() != UNAUTHORIZED) {
                access.accepted(container, isWrite, sent);
                lone.served(request, session, sent);
                return reply;
            }
            boolean isLone = isLone(reply, session, sent);
            if (isLone && lone.isDenied(request, session)) {
                return reply;
            }
            boolean isLast = renewals == MOST_RENEWALS;
            boolean isToBeSentAnew = isLone ? isLast || body != null : isLast && access.isGood(container, isWrite);
            if (isToBeSentAnew) {
                throw refusedNow(reply, session);
            }
            if (!isLone && (isLast || !isRenewed(reply, session, sent, container, isWrite))) {
                return reply;
            }
            reply.close();
            if (body != null) {
                throw new TransientStoreException(session.storage() + ": the token had run out; it is renewed");
            }
        }
    }

    private static TransientStoreException refusedNow(HttpReply reply, SwiftAccess.Session session) {
        try (reply) {
            return SwiftAccess.refusedNow(session, ServiceError.of(reply));
        }
    }

    /** Whether it is not the token that is refused: it has worked, and was good for what went out later, or is for the account. */
    private boolean isLone(HttpReply reply, SwiftAccess.Session session, Instant sent) {
        if (!access.isCurrent(session) || !lone.hasWorkedSince(session, Instant.MIN)) {
            return false;
        }
        return lone.hasWorkedSince(session, sent) || works(reply, session);
    }

    private boolean works(HttpReply refusal, SwiftAccess.Session session) {
        Instant sent = access.now();
        try (HttpReply reply = sendOnce(session, "HEAD", "", Map.of(), null)) {
            boolean works = reply.status() != UNAUTHORIZED && reply.status() < SERVER_ERROR;
            if (works) {
                lone.worked(session, sent);
            }
            return works;
        } catch (RuntimeException e) {
            refusal.close();
            throw e;
        }
    }

    private boolean isRenewed(
            HttpReply reply, SwiftAccess.Session session, Instant sent, String container, boolean isWrite) {
        try {
            return access.renewed(session, sent, container, isWrite);
        } catch (RuntimeException e) {
            reply.close();
            throw e;
        }
    }

    private HttpReply sendOnce(
            SwiftAccess.Session session,
            String method,
            String target,
            Map<String, String> headers,
            @Nullable HttpBody body) {
        HttpCall call = new HttpCall(method, session.storage(), target).header("X-Auth-Token", session.token());
        headers.forEach(call::header);
        if (body != null) {
            call.body(body);
        }
        try {
            return transport.send(call);
        } catch (IOException e) {
            throw RequestFailure.of(session.storage(), e);
        }
    }
}
