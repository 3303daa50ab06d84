package org.multicloudmirror.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpFailure;
import org.multicloudmirror.http.NoAnswer;
import org.multicloudmirror.storage.OutageException;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.UnreachableException;

/** What it means that a request came to no answer. */
public final class RequestFailure {

    /** What to look at when an answer is of another kind than it should be. */
    static final String SOMETHING_ELSE =
            "check the endpoint of the store, and what may answer in its place, such as a proxy or a login page";

    /** What Jackson adds for programmers. */
    private static final Pattern INTERNAL = Pattern.compile(",? \\(?from `[^`]*`\\)?");

    private RequestFailure() {}

    /** The error of an answer that broke off, is none or is over a limit; one line, with no word of a parser's. */
    public static TransientStoreException broken(String what, IOException failure) {
        return new TransientStoreException(what + ": " + words(failure).replaceAll("\\s+", " "), failure);
    }

    private static String words(IOException failure) {
        if (failure instanceof StreamConstraintsException limit) {
            return INTERNAL.matcher(limit.getOriginalMessage()).replaceAll("");
        }
        if (failure instanceof JsonEOFException) {
            return "the answer broke off before its end";
        }
        return failure instanceof JsonProcessingException
                ? "the answer is not the JSON that it is to be; " + SOMETHING_ELSE
                : HttpFailure.words(failure);
    }

    /** The error of a request to an endpoint that failed on the wire. */
    public static TransientStoreException of(Endpoint endpoint, IOException failure) {
        String line = HttpFailure.describe(endpoint, failure);
        if (NoAnswer.is(failure)) {
            return new UnreachableException(line, failure);
        }
        return NoAnswer.isHangUp(failure)
                ? new OutageException(line, failure)
                : new TransientStoreException(line, failure);
    }
}
