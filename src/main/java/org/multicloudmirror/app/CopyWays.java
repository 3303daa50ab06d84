package org.multicloudmirror.app;

import org.multicloudmirror.mirror.copy.Transfer;
import org.multicloudmirror.mirror.copy.Verdict;
import org.multicloudmirror.mirror.parts.Parts;
import org.multicloudmirror.mirror.work.Copy;

/** Which route copies an object; a word that the routes choose by. */
public final class CopyWays {

    private static final String UPDATE = "update";
    private static final String SERVER_COPY = "server-copy";
    private static final String PARTS = "parts";
    private static final String GET_PUT = "get-put";

    private final Transfer transfer;
    private final Parts parts;

    CopyWays(Transfer transfer, Parts parts) {
        this.transfer = transfer;
        this.parts = parts;
    }

    /** The way of an attempt that begins. */
    public String of(Copy copy, Verdict verdict) {
        if (verdict == Verdict.UPDATE) {
            return UPDATE;
        }
        return transfer.isOnServer(copy) ? SERVER_COPY : reading(copy);
    }

    /** The way of an object that passes through here. */
    public String reading(Copy copy) {
        return parts.isCandidate(copy) ? PARTS : GET_PUT;
    }
}
