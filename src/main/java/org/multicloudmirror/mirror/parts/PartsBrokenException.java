package org.multicloudmirror.mirror.parts;

/** This part is given up because another one of the object failed; that one's failure is the object's. */
final class PartsBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartsBrokenException() {
        super("another part failed");
    }
}
