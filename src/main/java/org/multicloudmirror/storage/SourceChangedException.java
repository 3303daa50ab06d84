package org.multicloudmirror.storage;

/**
 * The object is no longer the version whose bytes were asked for. The same request fails again: who reads an object in
 * slices must begin anew.
 */
public final class SourceChangedException extends StoreException {

    private static final long serialVersionUID = 1L;

    /**
     * @param where the object, for the message
     */
    public SourceChangedException(String where) {
        super(where + ": it changed while it was read");
    }
}
