package org.multicloudmirror.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.regex.Pattern;
import org.multicloudmirror.http.Endpoint;
import org.multicloudmirror.http.HttpFailure;
import org.multicloudmirror.http.NoAnswer;
import org.multicloudmirror.storage.TransientStoreException;
import org.multicloudmirror.storage.UnreachableException;

/** What it means that a request came to no answer. */
public final class RequestFailure {

    /** What Jackson adds for programmers. */
    private static final Pattern INTERNAL = Pattern.compile(",? \\(?from `[^`]*`\\)?");

    private RequestFailure() {}

    /** The error of an answer that broke off, is none or is over a limit; one line, with no word of a parser's. */
    public static TransientStoreException broken(String what, IOException failure) {
        String words = failure instanceof JsonProcessingException json
                ? INTERNAL.matcher(json.getOriginalMessage()).replaceAll("")
                : HttpFailure.words(failure);
        return new TransientStoreException(what + ": " + words.replaceAll("\\s+", " "), failure);
    }

    /** The error of a request to an endpoint that failed on the wire. */
    public static TransientStoreException of(Endpoint endpoint, IOException failure) {
        String line = HttpFailure.describe(endpoint, failure);
        return NoAnswer.is(failure)
                ? new UnreachableException(line, failure)
                : new TransientStoreException(line, failure);
    }
}
