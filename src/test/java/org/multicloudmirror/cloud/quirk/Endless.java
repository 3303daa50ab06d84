package org.multicloudmirror.cloud.quirk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Predicate;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;

/**
 * An answer without an end.
 *
 * @param head how it begins, status line and all
 * @param piece what follows, over and over, until the client hangs up
 */
public record Endless(Predicate<Call> which, String head, String piece) implements Quirk {

    public static final String OK = "HTTP/1.1 200 OK\r\n";
    public static final String JSON = OK + "Content-Type: application/json\r\nConnection: close\r\n\r\n";
    public static final String XML = OK + "Content-Type: application/xml\r\nConnection: close\r\n\r\n";

    private static final int MANY = 8192;

    @Override
    public Optional<Reply> instead(Call call) {
        return which.test(call)
                ? Optional.of(Reply.raw(out -> {
                    out.write(head.getBytes(UTF_8));
                    byte[] pieces =
                            piece.repeat(Math.max(1, MANY / piece.length())).getBytes(UTF_8);
                    while (true) {
                        out.write(pieces);
                    }
                }))
                : Optional.empty();
    }
}
