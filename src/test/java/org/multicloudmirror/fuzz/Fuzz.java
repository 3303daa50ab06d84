package org.multicloudmirror.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Has a parser read the mutants of real answers, {@code src/test/resources/fuzz}. A test goes on for
 * {@code mirror.test.fuzz-seconds} (3); a mutant that failed names the seed that makes it again.
 */
public final class Fuzz {

    /** The time of a test is shared among so many. */
    public static final int TRIES = 100;

    private static final long NANOS_A_TRY = Long.getLong("mirror.test.fuzz-seconds", 3) * 1_000_000_000 / TRIES;
    private static final String WANTED = System.getProperty("mirror.test.fuzz-seed", "");
    private static final long MEMORY = 32L << 20;
    private static final long MEMORY_A_BYTE = 1_000;
    private static final long NANOS = 2_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<byte[]> corpus;

    /**
     * @param corpus the name of its directory
     */
    public Fuzz(String corpus) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz", corpus))) {
            this.corpus = files.sorted().map(Fuzz::read).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What mutants are made from: a fixed set of numbers, so that a build does not depend on chance; any number where more
     * time is given; or the one that was asked for.
     */
    public static Arbitrary<Long> seeds() {
        if (!WANTED.isEmpty()) {
            return Arbitraries.just(Long.parseLong(WANTED));
        }
        return Long.getLong("mirror.test.fuzz-seconds") == null
                ? Arbitraries.of(
                        new SplittableRandom(TRIES).longs(TRIES).boxed().toList())
                : Arbitraries.longs().dontShrink();
    }

    /** Has mutants looked at, the first of which follows from a seed, for as long as a try may take. */
    public void each(long seed, Consumer<Mutant> look) {
        long end = System.nanoTime() + NANOS_A_TRY;
        SplittableRandom seeds = new SplittableRandom(seed);
        look.accept(Mutant.of(corpus, seed));
        while (WANTED.isEmpty() && System.nanoTime() < end) {
            look.accept(Mutant.of(corpus, seeds.nextLong()));
        }
    }

    /** What a parser makes of a mutant, within bounds of time and memory, when it may refuse none. */
    public static <T> T read(Mutant mutant, Callable<T> parser) {
        T result = read(mutant, parser, failure -> false);
        if (result == null) {
            throw new AssertionError(mutant + " gave nothing");
        }
        return result;
    }

    /**
     * What a parser makes of a mutant, within bounds of time and memory.
     *
     * @param refusal what it may throw instead
     * @return null when it refused
     */
    public static <T> @Nullable T read(Mutant mutant, Callable<T> parser, Class<? extends Exception> refusal) {
        return read(mutant, parser, refusal::isInstance);
    }

    private static <T> @Nullable T read(Mutant mutant, Callable<T> parser, Predicate<Throwable> isRefusal) {
        long memory = THREADS.getCurrentThreadAllocatedBytes();
        long time = THREADS.getCurrentThreadCpuTime();
        T result = null;
        try {
            result = parser.call();
        } catch (Exception | StackOverflowError e) {
            if (!isRefusal.test(e)) {
                throw new AssertionError(mutant + " made it throw " + e, e);
            }
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - memory;
        long spent = THREADS.getCurrentThreadCpuTime() - time;
        if (allocated > MEMORY + MEMORY_A_BYTE * mutant.bytes().length) {
            throw new AssertionError(mutant + " made it allocate " + allocated + " bytes");
        }
        if (spent > NANOS) {
            throw new AssertionError(mutant + " took it " + spent / 1_000_000 + " ms");
        }
        return result;
    }
}
