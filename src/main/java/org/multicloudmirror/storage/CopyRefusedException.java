package org.multicloudmirror.storage;

/** The store does not copy this object by itself; what it holds is as it was, and reading and writing may do. */
public final class CopyRefusedException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    /**
     * @param lasting whether it would refuse every other object for the same reason
     */
    public CopyRefusedException(String message, boolean lasting) {
        super(message);
        this.lasting = lasting;
    }

    /** Whether it would refuse every other object for the same reason. */
    public boolean isLasting() {
        return lasting;
    }
}
