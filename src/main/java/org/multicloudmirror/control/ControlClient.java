package org.multicloudmirror.control;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.multicloudmirror.settings.FileProblem;

/** Asks a running service, and tells it. */
public final class ControlClient {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ServiceAddress service;
    private final HttpClient http = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(LONGEST)
            .build();

    private ControlClient(ServiceAddress service) {
        this.service = service;
    }

    /**
     * What a service answers.
     *
     * @param code of HTTP
     * @param text one line, or a status
     * @param ticket of a run that was begun; empty otherwise
     * @param needsAttention whether somebody should look
     */
    public record Reply(int code, String text, String ticket, boolean needsAttention) {}

    /**
     * The service that runs with a state directory; empty when none does.
     *
     * @param scenarios the file that it serves, where that is named
     * @throws ControlException when it cannot be asked, or there are several
     */
    public static Optional<ControlClient> find(Path directory, Optional<String> scenarios) {
        try {
            List<ControlClient> alive = new ArrayList<>();
            for (ServiceAddress each : ControlFile.all(directory)) {
                ControlClient client = new ControlClient(each);
                if (scenarios.orElse(each.scenarios()).equals(each.scenarios()) && client.isAlive()) {
                    alive.add(client);
                }
            }
            if (alive.size() > 1) {
                throw new ControlException(alive.size() + " services run with the state directory " + directory
                        + "; name one by --scenarios: "
                        + alive.stream().map(each -> each.service.scenarios()).collect(Collectors.joining(", ")));
            }
            return alive.stream().findFirst();
        } catch (IOException e) {
            throw new ControlException("the state directory " + directory + " cannot be read (" + FileProblem.words(e)
                    + "); set mirror.state-dir");
        }
    }

    /** A killed service leaves its file, and its port to anybody. */
    boolean isAlive() {
        try {
            HttpResponse<String> answer = send("GET", "/", Map.of(), "text/plain");
            return answer.headers()
                    .firstValue(ControlServer.SERVICE)
                    .filter(Long.toString(service.pid())::equals)
                    .isPresent();
        } catch (HttpTimeoutException e) {
            throw silent(e);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Asks for something.
     *
     * @param path such as {@code /status}
     * @param isJson whether the answer is JSON
     */
    public Reply get(String path, Map<String, String> parameters, boolean isJson) {
        return reply("GET", path, parameters, isJson ? "application/json" : "text/plain");
    }

    /** Tells it to do something. */
    public Reply post(String path, Map<String, String> parameters) {
        return reply("POST", path, parameters, "text/plain");
    }

    private Reply reply(String method, String path, Map<String, String> parameters, String type) {
        try {
            HttpResponse<String> answer = send(method, path, parameters, type);
            return new Reply(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue(ControlServer.TICKET).orElse(""),
                    answer.headers()
                            .firstValue(ControlServer.ATTENTION)
                            .orElse("")
                            .equals("true"));
        } catch (IOException e) {
            throw silent(e);
        }
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> parameters, String type)
            throws IOException {
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
        String host = service.host().contains(":") ? "[::1]" : "127.0.0.1";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + service.port() + path + query))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + service.token())
                .header("Accept", type)
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private ControlException silent(IOException failure) {
        return new ControlException("the service (" + service + ") does not answer ("
                + (failure.getMessage() == null ? "the connection ended" : failure.getMessage())
                + "); see its log, or start it again");
    }
}
