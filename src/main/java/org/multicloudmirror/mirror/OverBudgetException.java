package org.multicloudmirror.mirror;

/** An object turned out to be larger than it was listed, and does not fit into what its run may still take. */
public final class OverBudgetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OverBudgetException() {
        super("larger than it was listed, and than what --max-transfer leaves");
    }
}
