package org.multicloudmirror.it.servers;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Robothy's local-s3 in this process, with its own libraries alone, on a free port, with its objects in memory. */
public final class LocalS3Server implements AutoCloseable {

    private static final int THREADS = 32;

    private final URLClassLoader libraries;
    private final Object server;

    public LocalS3Server() throws IOException, ReflectiveOperationException {
        libraries = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
        Class<?> type = libraries.loadClass("com.robothy.s3.rest.LocalS3");
        Object builder = type.getMethod("builder").invoke(null);
        // a port of its own choice
        call(builder, "port", int.class, -1);
        // a body that breaks off keeps one of them
        call(builder, "s3ExecutorThreadNum", int.class, THREADS);
        server = call(builder, "build");
        call(server, "start");
    }

    /** How a store that leads here is configured; it asks for no credentials. */
    public Map<String, String> asStore() throws ReflectiveOperationException {
        return Map.of(
                "driver", "s3",
                "endpoint", "http://127.0.0.1:" + call(server, "getPort"),
                "region", "us-east-1",
                "access-key", "any",
                "secret-key", "any");
    }

    @Override
    public void close() throws IOException, ReflectiveOperationException {
        call(server, "shutdown");
        libraries.close();
    }

    private static Object call(Object object, String method) throws ReflectiveOperationException {
        return object.getClass().getMethod(method).invoke(object);
    }

    private static void call(Object object, String method, Class<?> type, Object argument)
            throws ReflectiveOperationException {
        object.getClass().getMethod(method, type).invoke(object, argument);
    }

    private static URL[] jars() throws IOException {
        try (Stream<Path> files = Files.list(NeedsEmulators.DIRECTORY.resolve("local-s3"))) {
            List<URI> all = files.map(Path::toUri).toList();
            URL[] urls = new URL[all.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = all.get(i).toURL();
            }
            return urls;
        }
    }
}
