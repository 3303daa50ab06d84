package org.multicloudmirror.storage;

/**
 * The store takes no parts of these sizes, or not as many. {@link LargeObjects#limits} tells what it takes by now: the
 * object must be begun anew in such parts.
 */
public final class PartsRefusedException extends StoreException {

    private static final long serialVersionUID = 1L;

    public PartsRefusedException(String message) {
        super(message);
    }
}
