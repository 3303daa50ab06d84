package org.multicloudmirror.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.multicloudmirror.storage.Slice;

/**
 * The requests that a {@link FakeStore} got, and those that are to go wrong. The key of a request that is about a
 * bucket (list, bucket-exists, create-bucket) is the bucket's name. Request numbers begin at 1.
 */
public final class FakeRequests {

    /** What a store is asked for. */
    public enum Operation {
        LIST,
        HEAD,
        GET,
        /** Some bytes of an object. */
        SLICE,
        PUT,
        /** The beginning of an upload in parts. */
        BEGIN,
        PART,
        COMPLETE,
        DISCARD,
        COPY,
        UPDATE,
        DELETE,
        BUCKET_EXISTS,
        CREATE_BUCKET
    }

    private record Subject(Operation operation, String key) {}

    private record Request(Subject subject, int number) {}

    private final Map<Subject, Integer> counts = new ConcurrentHashMap<>();
    private final Map<Request, RuntimeException> failures = new ConcurrentHashMap<>();
    private final Map<Subject, RuntimeException> lastingFailures = new ConcurrentHashMap<>();
    private final Map<Request, Function<byte[], InputStream>> bodies = new ConcurrentHashMap<>();

    private final Map<Operation, Supplier<? extends RuntimeException>> everyFailure = new ConcurrentHashMap<>();
    private final Map<Subject, Runnable> befores = new ConcurrentHashMap<>();
    private final List<Slice> slices = new CopyOnWriteArrayList<>();

    FakeRequests() {}

    /** Throws at the n-th request of an operation about a key. */
    public FakeRequests fail(Operation operation, String key, int number, RuntimeException failure) {
        failures.put(new Request(new Subject(operation, key), number), failure);
        return this;
    }

    /** Does something before it answers any request of an operation about a key. */
    public FakeRequests before(Operation operation, String key, Runnable action) {
        befores.put(new Subject(operation, key), action);
        return this;
    }

    /** Throws at every request of an operation, whatever about. */
    public FakeRequests failEvery(Operation operation, Supplier<? extends RuntimeException> failure) {
        everyFailure.put(operation, failure);
        return this;
    }

    /** Throws an Error at every request of an operation about a key. */
    public FakeRequests breakDown(Operation operation, String key, Error error) {
        befores.put(new Subject(operation, key), () -> {
            throw error;
        });
        return this;
    }

    /** Throws at every request of an operation about a key. */
    public FakeRequests failAlways(Operation operation, String key, RuntimeException failure) {
        lastingFailures.put(new Subject(operation, key), failure);
        return this;
    }

    /** At the n-th get of a key, the connection breaks off after some bytes of the body. */
    public FakeRequests breakOff(String key, int number, int afterBytes) {
        return body(key, number, bytes -> followed(Arrays.copyOf(bytes, afterBytes), new BrokenOff()));
    }

    /** At the n-th get of a key, the body ends early as if it were whole. */
    public FakeRequests cutShort(String key, int number, int afterBytes) {
        return body(key, number, bytes -> new ByteArrayInputStream(Arrays.copyOf(bytes, afterBytes)));
    }

    /** At the n-th get of a key, one bit of the body is another; the announced tag stays. */
    public FakeRequests corrupt(String key, int number) {
        return body(key, number, bytes -> {
            bytes[bytes.length / 2] ^= 1;
            return new ByteArrayInputStream(bytes);
        });
    }

    /** At the n-th get of a key, the body goes on behind the announced size. */
    public FakeRequests append(String key, int number, byte[] more) {
        return body(key, number, bytes -> followed(bytes, new ByteArrayInputStream(more)));
    }

    /** How many requests of an operation there were, whatever about. */
    public int count(Operation operation) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().operation() == operation)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How many requests of an operation about a key there were. */
    public int count(Operation operation, String key) {
        return counts.getOrDefault(new Subject(operation, key), 0);
    }

    /** At the n-th reading of some bytes of a key, one bit of them is another. */
    public FakeRequests corruptSlice(String key, int number) {
        return body(Operation.SLICE, key, number, bytes -> {
            bytes[bytes.length / 2] ^= 1;
            return new ByteArrayInputStream(bytes);
        });
    }

    /** At the n-th reading of some bytes of a key, the connection breaks off after half of them. */
    public FakeRequests breakOffSlice(String key, int number) {
        return body(
                Operation.SLICE,
                key,
                number,
                bytes -> followed(Arrays.copyOf(bytes, bytes.length / 2), new BrokenOff()));
    }

    /** Which bytes were asked for, in this order. */
    public List<Slice> slices() {
        return List.copyOf(slices);
    }

    private FakeRequests body(String key, int number, Function<byte[], InputStream> body) {
        return body(Operation.GET, key, number, body);
    }

    private FakeRequests body(Operation operation, String key, int number, Function<byte[], InputStream> body) {
        bodies.put(new Request(new Subject(operation, key), number), body);
        return this;
    }

    /** Counts a request; throws when it is to fail. */
    int begin(Operation operation, String key) {
        Subject subject = new Subject(operation, key);
        int number = counts.merge(subject, 1, Integer::sum);
        befores.getOrDefault(subject, () -> {}).run();
        Supplier<? extends RuntimeException> every = everyFailure.get(operation);
        if (every != null) {
            throw every.get();
        }
        Optional.ofNullable(failures.getOrDefault(new Request(subject, number), lastingFailures.get(subject)))
                .ifPresent(failure -> {
                    throw failure;
                });
        return number;
    }

    /** Counts a request for some bytes; throws when it is to fail. */
    int begin(String key, Slice slice) {
        slices.add(slice);
        return begin(Operation.SLICE, key);
    }

    InputStream body(Operation operation, String key, int number, byte[] bytes) {
        return bodies.getOrDefault(new Request(new Subject(operation, key), number), ByteArrayInputStream::new)
                .apply(bytes);
    }

    private static InputStream followed(byte[] bytes, InputStream more) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), more);
    }

    /** What throws where a body should go on. */
    private static final class BrokenOff extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("Premature end of Content-Length delimited message body");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }
}
