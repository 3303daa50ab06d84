package org.multicloudmirror.it.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The proxy server's access log: one line a request of a client, in the order in which they ended. */
public final class SwiftAccessLog {

    /** Method and path of what a client asked for; what Swift asks of itself has {@code -} for an address. */
    private static final Pattern OF_A_CLIENT =
            Pattern.compile("proxy-server: [0-9a-f.:]+ \\S+ \\S+ ([A-Z]+) (\\S+) HTTP/.*");

    private final Path file;

    SwiftAccessLog(Path file) {
        this.file = file;
    }

    /**
     * One request of a client.
     *
     * @param key the object, or empty for a request about the container
     */
    public record Entry(String method, String container, String key) {

        @Override
        public String toString() {
            return method + " " + container + (key.isEmpty() ? "" : "/" + key);
        }
    }

    /**
     * Every request since the server started that names one of the containers. A marker that only the caller asks for
     * tells that the log is complete up to it.
     *
     * @param client makes the marker's request
     */
    public List<Entry> requests(SwiftClient client, Collection<String> containers) {
        String marker = Names.fresh();
        client.containerExists(marker);
        Awaitility.await().until(() -> entries().stream().anyMatch(entry -> marker.equals(entry.container())));
        return entries().stream()
                .filter(entry -> containers.contains(entry.container()))
                .toList();
    }

    private List<Entry> entries() {
        try (Stream<String> lines = Files.lines(file, UTF_8)) {
            return lines.map(OF_A_CLIENT::matcher)
                    .filter(Matcher::matches)
                    .map(line -> entry(line.group(1), line.group(2)))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log quotes what the client had quoted already. */
    private static Optional<Entry> entry(String method, String logged) {
        String asSent = unquoted(logged);
        int query = asSent.indexOf('?');
        String path = (query < 0 ? asSent : asSent.substring(0, query)).replaceFirst("^/v1/(AUTH|KEY)_[^/]+", "");
        if (!path.startsWith("/") || path.length() == 1) {
            return Optional.empty();
        }
        int slash = path.indexOf('/', 1);
        String container = unquoted(slash < 0 ? path.substring(1) : path.substring(1, slash));
        return Optional.of(new Entry(method, container, slash < 0 ? "" : unquoted(path.substring(slash + 1))));
    }

    private static String unquoted(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }
}
