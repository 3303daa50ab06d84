package org.multicloudmirror.driver.jclouds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.driver.ServiceError;
import org.multicloudmirror.driver.quirk.Learnt;
import org.multicloudmirror.driver.quirk.QuirkMemory;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.TransientStoreException;

/** The token and the storage URL that a login gave, shared by all workers; one of them logs in while the others wait. */
final class SwiftAccess {

    /**
     * What every request needs.
     *
     * @param storage the only place that the token may go to
     * @param since when it was given out
     * @param isRenewal whether it was, because another one was refused
     */
    record Session(Endpoint storage, String token, Instant since, boolean isRenewal) {}

    /** What a login gives. */
    record Login(Endpoint storage, String token) {}

    /** Who gives out tokens. */
    interface Logins {

        /** Whether there is something to log in with. */
        boolean hasCredentials();

        /** Looks where the credentials come from, and tells whether they are others than those of the last login. */
        default boolean areReplaced() {
            return false;
        }

        /** Whether they changed so short a time ago that the service may not know of it. */
        default boolean areBeingReplaced() {
            return false;
        }

        /**
         * Logs in anew.
         *
         * @throws AccessDeniedException when the credentials are refused
         */
        Login login();
    }

    /** A token is not refused for its age that soon, and what is not allowed may be allowed by then. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** A server that refuses a token now and then is not asked for another one each time. */
    private static final Duration JUST_GIVEN = Duration.ofSeconds(5);

    private final JcloudsSettings settings;
    private final Logins logins;
    private final InstantSource clock;
    private final RefusedLogins refused;
    private final LoneRefusals lone;
    private final Learnt<Boolean> denies;
    private final AcceptedUses accepted = new AcceptedUses();
    private @Nullable Session session;

    SwiftAccess(JcloudsSettings settings, Logins logins, InstantSource clock) {
        this.settings = settings;
        this.logins = logins;
        this.clock = clock;
        this.refused = new RefusedLogins(clock);
        this.lone = new LoneRefusals(settings.name(), clock);
        this.denies = new Learnt<>(new QuirkMemory(settings.name(), FRESH, clock));
        this.session = given();
    }

    /** The store's name. */
    String store() {
        return settings.name();
    }

    /** The session of a token that somebody else logged in for. */
    private @Nullable Session given() {
        Endpoint storage = settings.place().storage();
        return storage == null || settings.place().token().isEmpty()
                ? null
                : new Session(storage, settings.place().token(), clock.instant(), false);
    }

    /**
     * The present session, made by the first caller while the others wait.
     *
     * @throws AccessDeniedException when the identity service refuses the credentials
     */
    synchronized Session session() {
        Session current = session;
        return current == null ? authenticated(false) : current;
    }

    /** A request was not refused for its token. */
    void accepted(String container, boolean isWrite, Instant sent) {
        accepted.add(container, isWrite, sent);
    }

    /** Whether the login was good for the like of a request a moment ago. */
    boolean isGood(String container, boolean isWrite) {
        return accepted.has(container, isWrite, clock.instant().minus(FRESH));
    }

    /** Whether a session is the present one. */
    synchronized boolean isCurrent(Session one) {
        return one.equals(session);
    }

    /** What is refused by itself. */
    LoneRefusals loneRefusals() {
        return lone;
    }

    /** The error of a token that is refused though it works. */
    static TransientStoreException refusedNow(Session session) {
        return new TransientStoreException(session.storage() + ": a token that works is refused (401)");
    }

    /** The same in the service's own words. */
    static TransientStoreException refusedNow(Session session, ServiceError refusal) {
        return new TransientStoreException(session.storage() + ": a token that works is refused (" + refusal + ")");
    }

    /** The time that a request goes out at. */
    Instant now() {
        return clock.instant();
    }

    /**
     * What to do about a refused token (401): one worker logs in for another one, which the others get too; or nothing, when
     * that would not help. Some services (Ceph's gateway) say 401 of what is not allowed,
     * so that a token which was just given out for a refusal, and is refused too, is no reason for yet another one: its
     * container is denied for a while, unless the login was good for the like of it a moment ago.
     *
     * @param sent when the request with it went out
     * @param container that it was about; empty for the account
     * @param isWrite whether it was to change something there
     * @return whether there is another session by now, to ask again with
     * @throws TransientStoreException when a token is refused that works
     */
    synchronized boolean renewed(Session refusedOne, Instant sent, String container, boolean isWrite) {
        Session current = session;
        if (current == null || !current.equals(refusedOne)) {
            return true;
        }
        boolean isGood = isGood(container, isWrite);
        if (!isGood && denies.is(container, true)) {
            return false;
        }
        if (current.isRenewal() && sent.isBefore(current.since().plus(isGood ? JUST_GIVEN : FRESH))) {
            if (isGood) {
                throw refusedNow(current);
            }
            denies.learn(
                    container,
                    true,
                    (container.isEmpty() ? "the account" : "the container " + container)
                            + " answers 401 to a token that was just given out: access is denied");
            return false;
        }
        session = null;
        authenticated(true);
        return true;
    }

    private Session authenticated(boolean isRenewal) {
        if (!logins.hasCredentials()) {
            throw new AccessDeniedException(settings + ": the token of OS_AUTH_TOKEN is refused (401), and there is no"
                    + " login for another one; set a new token, or OS_AUTH_URL, OS_USERNAME and OS_PASSWORD");
        }
        if (logins.areReplaced()) {
            refused.forget();
        }
        refused.check();
        try {
            return loggedIn(isRenewal);
        } catch (AccessDeniedException e) {
            if (!logins.areReplaced()) {
                throw refused.refused(e, logins.areBeingReplaced());
            }
        }
        try {
            return loggedIn(isRenewal);
        } catch (AccessDeniedException e) {
            throw refused.refused(e, logins.areBeingReplaced());
        }
    }

    private Session loggedIn(boolean isRenewal) {
        Login login = logins.login();
        refused.worked();
        Session made = new Session(login.storage(), login.token(), clock.instant(), isRenewal);
        session = made;
        return made;
    }
}
