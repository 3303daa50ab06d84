package org.multicloudmirror.mirror.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Predicate;
import org.multicloudmirror.storage.AccessDeniedException;
import org.multicloudmirror.storage.ArchivedException;
import org.multicloudmirror.storage.BucketMissingException;
import org.multicloudmirror.storage.CorruptCopyException;
import org.multicloudmirror.storage.NotFoundException;
import org.multicloudmirror.storage.ObjectGoneException;
import org.multicloudmirror.storage.OutageException;
import org.multicloudmirror.storage.SourceChangedException;
import org.multicloudmirror.storage.StoreException;
import org.multicloudmirror.storage.StoreFullException;
import org.multicloudmirror.storage.ThrottledException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.UnreachableException;
import org.multicloudmirror.storage.UploadGoneException;

/** What kind of reason something failed for: few enough to be counted apart. The first that fits is it. */
public enum FailureClass {
    /** The credentials are refused, or may not do this. */
    ACCESS_DENIED(AccessDeniedException.class::isInstance),
    /** There is no such bucket. */
    BUCKET_MISSING(BucketMissingException.class::isInstance),
    /** The object, or its unfinished upload, is not there. */
    OBJECT_MISSING(failure -> failure instanceof ObjectGoneException
            || failure instanceof NotFoundException
            || failure instanceof UploadGoneException),
    /** The store takes no more. */
    STORE_FULL(StoreFullException.class::isInstance),
    /** The store asked to be asked less often. */
    THROTTLED(ThrottledException.class::isInstance),
    /** The store did not answer. */
    UNREACHABLE(UnreachableException.class::isInstance),
    /** The store answered that it does not serve. */
    UNAVAILABLE(OutageException.class::isInstance),
    /** Other bytes arrived than were sent. */
    CORRUPT(CorruptCopyException.class::isInstance),
    /** The source became another version meanwhile. */
    CHANGED(SourceChangedException.class::isInstance),
    /** The object is in an archive. */
    ARCHIVED(ArchivedException.class::isInstance),
    /** The store failed in another way that may pass. */
    TRANSIENT(TransientStoreException.class::isInstance),
    /** The store refuses the request itself. */
    REJECTED(StoreException.class::isInstance),
    /** A file of this machine cannot be read or written. */
    LOCAL_FILE(failure -> failure instanceof UncheckedIOException || failure instanceof IOException),
    /** Anything else. */
    OTHER(failure -> true);

    @SuppressWarnings("ImmutableEnumChecker") // none of them holds anything
    private final Predicate<Throwable> fits;

    FailureClass(Predicate<Throwable> fits) {
        this.fits = fits;
    }

    /** That of the store's own error in a chain of causes, or else of the first cause that has one. */
    public static FailureClass of(Throwable failure) {
        FailureClass found = OTHER;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            FailureClass own = ofOne(cause);
            if (cause instanceof StoreException) {
                return own;
            }
            found = found == OTHER ? own : found;
        }
        return found;
    }

    private static FailureClass ofOne(Throwable failure) {
        for (FailureClass each : values()) {
            if (each.fits.test(failure)) {
                return each;
            }
        }
        return OTHER;
    }

    /** The word in metrics, such as {@code access-denied}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
