package org.multicloudmirror.storage;

/**
 * An Error that a worker met. Camel hands on exceptions only: an Error would pass every handler, and its object would have no
 * outcome that its run could end with.
 */
public final class BrokenDownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenDownException(Error error) {
        super(error);
    }

    /** What to throw for an Error that was caught; the process ends here where it says that memory ran out. */
    public static BrokenDownException of(Error error) {
        OutOfMemoryExit.check(error);
        return new BrokenDownException(error);
    }
}
