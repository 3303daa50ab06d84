package org.multicloudmirror.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** This checkout, by its launcher. */
final class MirrorClient implements Client {

    static final String NAME = "mirror";

    private final Path launcher;
    private final Map<Scheme, Path> settings = new EnumMap<>(Scheme.class);
    private final int observePort;

    /**
     * @param home of the checkout
     * @param directory for its settings and state
     */
    MirrorClient(Path home, Path directory, Endpoints endpoints, int observePort) throws IOException {
        this.launcher = home.resolve("mirror");
        this.observePort = observePort;
        Path scenarios = Files.writeString(directory.resolve("scenarios.yaml"), "[]\n");
        for (Scheme scheme : Scheme.values()) {
            settings.put(scheme, settings(directory, scenarios, endpoints, scheme));
        }
    }

    private Path settings(Path directory, Path scenarios, Endpoints endpoints, Scheme scheme) throws IOException {
        String endpoint = endpoints.url(scheme);
        Path file = Files.writeString(
                directory.resolve(scheme + ".properties"),
                String.join(
                        "\n",
                        "mirror.stores.s3.endpoint=" + endpoint,
                        "mirror.stores.s3.access-key=bench",
                        "mirror.stores.s3.secret-key=bench",
                        "mirror.stores.cf.endpoint=" + endpoint + "/auth/v1.0",
                        "mirror.stores.cf.identity=bench:bench",
                        "mirror.stores.cf.credential=bench",
                        "mirror.http.ca=" + endpoints.authority(),
                        "mirror.state-dir=" + directory.resolve("state"),
                        "mirror.lock-dir=" + directory.resolve("locks"),
                        "mirror.scenarios=" + scenarios,
                        "mirror.observe.port=" + observePort,
                        ""));
        // it holds what looks like a secret, and a warning would be part of what is measured
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean takes(Row row) {
        return true;
    }

    @Override
    public List<String> command(Row row, Direction direction) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        String file = Objects.requireNonNull(settings.get(row.scheme())).toString();
        if (row.kind() == Row.Kind.SERVICE) {
            command.addAll(List.of("serve", "--config", file));
            return command;
        }
        command.addAll(List.of("--quiet", "--config", file));
        command.addAll(List.of("--process", Integer.toString(row.process())));
        command.addAll(row.options());
        command.add(direction.source() + "://" + row.source() + "->" + direction.destination() + "://" + row.copy());
        return command;
    }

    @Override
    public Map<String, String> environment(Row row) {
        return Map.of();
    }

    /** Where a service tells that it is ready. */
    String ready() {
        return "http://127.0.0.1:" + observePort + "/observe/health/ready";
    }
}
