package org.multicloudmirror.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file in the state directory that says where a service is told things, for its user alone. Each scenarios file has
 * one of its own, so that two services may share the directory.
 */
public final class ControlFile {

    private static final int NAME_BYTES = 4;

    private final Path file;

    /**
     * @param directory the state directory; made when it is missing
     * @param scenarios the file that is served; empty when there is none
     */
    public ControlFile(Path directory, String scenarios) {
        this.file = directory.resolve("service-" + shortened(scenarios) + ".json");
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /**
     * The services that a directory knows of; some may have been killed.
     *
     * @throws ControlException when one of the files belongs to another user
     */
    public static List<ServiceAddress> all(Path directory) throws IOException {
        List<ServiceAddress> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "service-*.json")) {
            for (Path each : files) {
                read(each).ifPresent(found::add);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (AccessDeniedException e) {
            throw ControlException.notReadable(Path.of(e.getFile()));
        }
        return found;
    }

    /**
     * The scenarios file of the service that was killed, where none runs and only one is known.
     *
     * @throws ControlException when that is not to be read
     */
    public static Optional<String> killed(Path directory) {
        try {
            List<ServiceAddress> known = all(directory);
            return known.size() == 1
                    ? known.stream()
                            .map(ServiceAddress::scenarios)
                            .filter(path -> !path.isEmpty())
                            .findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The service that has written it; empty when there is none, or what is there is of nobody. */
    Optional<ServiceAddress> read() throws IOException {
        return read(file);
    }

    private static Optional<ServiceAddress> read(Path file) throws IOException {
        try {
            Map<String, String> fields = FlatJson.read(Files.readString(file));
            return Optional.of(new ServiceAddress(
                    fields.getOrDefault("host", ""),
                    Integer.parseInt(fields.getOrDefault("port", "")),
                    fields.getOrDefault("token", ""),
                    Long.parseLong(fields.getOrDefault("pid", "")),
                    Instant.parse(fields.getOrDefault("since", "")),
                    fields.getOrDefault("scenarios", "")));
        } catch (AccessDeniedException e) {
            throw e;
        } catch (IOException | NumberFormatException | DateTimeException e) {
            // gone meanwhile, or nothing that we wrote
            return Optional.empty();
        }
    }

    /** Puts it there as a whole. */
    void write(ServiceAddress address) throws IOException {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "host", address.host(),
                "port", Integer.toString(address.port()),
                "token", address.token(),
                "pid", Long.toString(address.pid()),
                "since", address.since().toString(),
                "scenarios", address.scenarios()));
        AtomicFile.write(file, FlatJson.write(fields), "rw-------");
    }

    /** Removes it, unless another service has taken it over. */
    void remove(String token) throws IOException {
        if (read().filter(address -> address.token().equals(token)).isPresent()) {
            Files.deleteIfExists(file);
        }
    }

    private static String shortened(String scenarios) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(scenarios.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
