package org.multicloudmirror.lease;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multicloudmirror.scenario.Location;
import org.multicloudmirror.storage.Keys;
import org.multicloudmirror.storage.LeaseKeys;
import org.multicloudmirror.storage.LeaseObjects;
import org.multicloudmirror.storage.LeaseObjects.Found;
import org.multicloudmirror.storage.LeaseObjects.Look;
import org.multicloudmirror.storage.ObjectStore;
import org.multicloudmirror.storage.RejectedException;
import org.multicloudmirror.storage.Retry;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.TransientStoreException;

/**
 * Leases on destinations, of which none overlaps another one that holds. One is an object in the destination's bucket, of a
 * key made of the destination's prefix. Where a store compares tags, who wrote has it. Where it does not, who saw it free
 * writes at once or not at all, waits, and has it if nobody wrote after (Fischer's algorithm; Lamport, "A fast mutual
 * exclusion algorithm", 1987).
 */
public final class Leases {

    /** How often it is begun anew, when others write at the same time. */
    private static final int MOST_TRIES = 5;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** A lease that is not told within some seconds is not relied on. */
    private static final Retry LOOKS = new Retry(3, 5, Duration.ofMillis(300));

    private final LeaseClock clock;
    private final Retry retry;
    private final ConditionProof conditions = new ConditionProof();

    public Leases() {
        this(LOOKS, LeaseClock.SYSTEM);
    }

    /**
     * @param retry of looks
     */
    Leases(Retry retry, LeaseClock clock) {
        this.retry = retry;
        this.clock = clock;
    }

    /** What comes of asking for a lease. */
    public sealed interface Answer {

        /** It is this run's. */
        record Granted(Lease lease) implements Answer {}

        /**
         * Another run has it, or one that overlaps it.
         *
         * @param holder which, in words
         */
        record Refused(String holder) implements Answer {}
    }

    /**
     * A run that asks.
     *
     * @param id of the run
     * @param scenario what it mirrors, for people to read
     * @param destination where it writes
     * @param length how long its lease holds without being renewed
     */
    public record Request(String id, String scenario, Location destination, Duration length) {}

    /**
     * Asks for a lease.
     *
     * @param store of the destination
     * @param whenLost is told once, in a line, when it is lost
     * @throws RejectedException when the store can hold none
     * @throws StoreException when it fails at it
     */
    public Answer ask(ObjectStore store, Request request, Consumer<String> whenLost) {
        Answer answer = settled(store, request, whenLost);
        if (answer instanceof Answer.Granted granted) {
            granted.lease().keep();
        }
        return answer;
    }

    /** The same without threads that renew it. */
    Answer settled(ObjectStore store, Request request, Consumer<String> whenLost) {
        Location destination = request.destination();
        LeaseObjects objects = store.leaseObjects()
                .orElseThrow(() -> new RejectedException("store " + destination.store()
                        + " can hold no lease: set mirror.lease=off, and let one machine alone write there"));
        LeasePlace place = new LeasePlace(
                objects, destination.bucket(), key(destination.prefix()), Keys.printable(destination.toString()));
        OtherLeases others = new OtherLeases(store, place, destination.prefix(), retry);
        LeaseText text = new LeaseText(
                destination.prefix(),
                new Holder(
                        HostName.here(),
                        ProcessHandle.current().pid(),
                        request.id(),
                        request.scenario(),
                        Instant.EPOCH),
                request.length(),
                UUID.randomUUID().toString(),
                0);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<String> other = others.holder();
            if (other.isPresent()) {
                return new Answer.Refused(other.get());
            }
            long begun = clock.nanos();
            Look look = retry.of(place::look);
            Found found = look.found();
            Optional<String> holder = found == null ? Optional.empty() : holder(place, found, look.now(), text);
            if (holder.isPresent()) {
                return new Answer.Refused(holder.get());
            }
            LeaseText ours = text.since(look.now());
            Optional<String> tag = written(place, ours, found);
            if (tag.isPresent() && isStillOurs(place, ours, begun)) {
                conditions.check(place, ours);
                if (others.holder().isEmpty()) {
                    return new Answer.Granted(new Lease(place, clock, retry, ours, tag.get(), begun, whenLost));
                }
                // both asked at a time, and neither may have it
                place.remove(tag.get());
            }
            clock.pass(Duration.ofMillis(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toMillis())));
        }
        throw new TransientStoreException("the lease on " + place.where() + " goes from hand to hand; run it again");
    }

    /** What was not answered is looked at again, unless it may have come late and over another one's. */
    private static Optional<String> written(LeasePlace place, LeaseText ours, @Nullable Found found) {
        try {
            return found == null ? place.create(ours) : place.replace(ours, found.tag());
        } catch (StoreException e) {
            if (!e.isTransient()) {
                throw e;
            }
            if (!place.objects().comparesTags()) {
                throw new TransientStoreException(
                        e.getMessage() + "; should the lease on " + place.where()
                                + " have been written all the same, it keeps other runs away for "
                                + ours.length().toSeconds() + " s, this machine's too",
                        e);
            }
            return Optional.empty();
        }
    }

    private static Optional<String> holder(LeasePlace place, Found found, Instant now, LeaseText ours) {
        LeaseText present = place.read(found);
        // ours, of a write that was not answered
        return present.token().equals(ours.token()) ? Optional.empty() : OtherLeases.holder(present, found, now);
    }

    /** Where a store compares tags, it is; else nobody may have written after. */
    private boolean isStillOurs(LeasePlace place, LeaseText ours, long begun) {
        if (place.objects().comparesTags()) {
            return true;
        }
        Duration settling = new LeaseTerm(ours.length()).settling();
        Duration taken = Duration.ofNanos(clock.nanos() - begun);
        if (taken.compareTo(settling.dividedBy(2)) > 0) {
            // it stays where it is: who has it sees that, before anybody else may take it
            throw new TransientStoreException("the lease on " + place.where() + " took " + taken.toMillis()
                    + " ms to write, too long to be relied on; run it again");
        }
        clock.pass(settling);
        Found found = retry.of(place::look).found();
        return found != null && place.read(found).token().equals(ours.token());
    }

    private static String key(String prefix) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(prefix.getBytes(UTF_8));
            return LeaseKeys.PREFIX + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
