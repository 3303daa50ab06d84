package org.multicloudmirror.rotation;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that is made again when its files were replaced: keys, passwords, certificates. While they cannot be read, or
 * hold what is no such value, as in the middle of a rotation, the one before stays, which is told once.
 *
 * <p>Whoever asks for the value has the files looked at, every few seconds at most. A change counts when two looks see the
 * same, so that a file that is being written is not taken for whole. What is refused is looked at once more, right then
 * ({@link #renew}).
 */
public final class Rotating<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Rotating.class);

    /** Between two looks. */
    static final Duration PAUSE = Duration.ofSeconds(3);

    /** As long as a service may take to know of new keys, and whoever writes files to write the last one. */
    static final Duration SETTLING = Duration.ofSeconds(30);

    private final Origin<T> origin;
    private final LongSupplier nanos;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile T value;
    private volatile long looked;
    private volatile String problem = "";
    private volatile boolean hasChanged;
    private volatile long changed;
    private List<FileMark> known;
    private List<FileMark> seen;
    private List<Optional<ByteBuffer>> contents;

    /**
     * @param first made of the files as they are now
     */
    public Rotating(T first, Origin<T> origin) {
        this(first, origin, System::nanoTime);
    }

    /**
     * @param nanos a clock that nobody sets
     */
    public Rotating(T first, Origin<T> origin, LongSupplier nanos) {
        this.value = first;
        this.origin = origin;
        this.nanos = nanos;
        this.looked = nanos.getAsLong();
        this.known = FileMark.of(origin.files());
        this.seen = known;
        this.contents = FileMark.contents(origin.files());
    }

    /** One that never changes. */
    public static <T> Rotating<T> fixed(T value) {
        return new Rotating<>(value, new Origin<>() {
            @Override
            public List<Path> files() {
                return List.of();
            }

            @Override
            public T read() {
                return value;
            }
        });
    }

    /** The value as it is now; a look at the files when the last one was a while ago. */
    public T now() {
        if (isDue() && looking.tryLock()) {
            try {
                if (isDue()) {
                    look();
                }
            } finally {
                looking.unlock();
            }
        }
        return value;
    }

    private boolean isDue() {
        return nanos.getAsLong() - looked >= PAUSE.toNanos();
    }

    private void look() {
        looked = nanos.getAsLong();
        List<Path> files = origin.files();
        List<FileMark> marks = FileMark.of(files);
        boolean isStill = marks.equals(seen);
        seen = marks;
        if (marks.equals(known)) {
            problem = "";
        } else if (isStill) {
            read(files, marks, FileMark.contents(files));
        }
    }

    /**
     * Looks at what the files hold, whatever their times say, because the value was refused. One caller does so while
     * the others wait.
     *
     * @return whether it was made anew
     */
    public boolean renew() {
        looking.lock();
        try {
            List<Path> files = origin.files();
            List<FileMark> marks = FileMark.of(files);
            List<Optional<ByteBuffer>> found = FileMark.contents(files);
            return !found.equals(contents) && read(files, marks, found);
        } finally {
            looking.unlock();
        }
    }

    /** Makes it anew, though its files are as they were: there is more behind it than files. */
    public boolean remake() {
        looking.lock();
        try {
            List<Path> files = origin.files();
            return read(files, FileMark.of(files), FileMark.contents(files));
        } finally {
            looking.unlock();
        }
    }

    /** Whether the files changed, or could not be read for the first time, so short a time ago that more may follow. */
    public boolean isSettling() {
        return hasChanged && nanos.getAsLong() - changed < SETTLING.toNanos();
    }

    /** Why the value is still the one before; empty when it is what the files hold. */
    public String problem() {
        return problem;
    }

    private boolean read(List<Path> files, List<FileMark> marks, List<Optional<ByteBuffer>> found) {
        try {
            value = origin.read();
        } catch (IllegalArgumentException e) {
            complain(String.valueOf(e.getMessage()));
            return false;
        }
        String replaced = IntStream.range(0, files.size())
                .filter(i -> !marks.get(i).equals(known.get(i)))
                .mapToObj(i -> files.get(i).toString())
                .collect(Collectors.joining(", "));
        if (!replaced.isEmpty()) {
            LOG.info("read again, as it was replaced: {}", replaced);
        }
        List<Path> now = origin.files();
        // it may name other files by now
        known = now.equals(files) ? marks : FileMark.of(now);
        boolean hasOther = !found.equals(contents);
        contents = now.equals(files) ? found : FileMark.contents(now);
        seen = known;
        problem = "";
        if (hasOther) {
            noteChange();
        }
        return true;
    }

    private void complain(String found) {
        if (!found.equals(problem)) {
            if (problem.isEmpty()) {
                noteChange();
            }
            problem = found;
            LOG.warn("{}; until then what was there before stays in use", found);
        }
    }

    private void noteChange() {
        changed = nanos.getAsLong();
        hasChanged = true;
    }
}
