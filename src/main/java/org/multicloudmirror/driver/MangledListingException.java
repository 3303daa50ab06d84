package org.multicloudmirror.driver;

import java.io.IOException;
import org.multicloudmirror.storage.Keys;

/** An answer to a listing that is none, or has an entry that means nothing; its message is for who set the endpoint. */
public final class MangledListingException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 100;

    public MangledListingException(String message) {
        super(message);
    }

    /** Something else answers, such as a login page. */
    public static MangledListingException noListing() {
        return new MangledListingException("the answer is not a listing; " + RequestFailure.SOMETHING_ELSE);
    }

    /** Half of it is none either. */
    public static MangledListingException brokenOff() {
        return new MangledListingException("the listing broke off before its end");
    }

    /**
     * A field of an entry is not what it is to be.
     *
     * @param field its name for a reader, such as {@code date}
     * @param text what it says
     */
    public static MangledListingException field(String field, String text, String key) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return new MangledListingException("the listing is mangled: the " + field + " \"" + Keys.printable(shown)
                + "\" of \"" + Keys.printable(key) + "\" is none; ask the service's operator");
    }
}
