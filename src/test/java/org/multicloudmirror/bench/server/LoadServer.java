package org.multicloudmirror.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * The load server as a process of its own: S3 and Swift on a free port of the loopback, a thread a connection. It tells
 * the port in its first line, takes {@link Orders} on its standard input, and ends with it.
 */
public final class LoadServer implements AutoCloseable {

    private final ServerSocketChannel channel = ServerSocketChannel.open();
    private final Cloud cloud;
    private final Door s3;
    private final Door swift;

    LoadServer(Cloud cloud) throws IOException {
        this.cloud = cloud;
        this.s3 = new S3Door(cloud);
        this.swift = new SwiftDoor(cloud);
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        thread(this::accept, "accept").start();
    }

    public static void main(String[] args) throws IOException {
        Cloud cloud = new Cloud();
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        try (LoadServer server = new LoadServer(cloud)) {
            out.println(server.port());
            new Orders(cloud).follow(new BufferedReader(new InputStreamReader(System.in, UTF_8)), out);
        }
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = channel.accept();
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                thread(new Connection(client, cloud, s3, swift), "connection").start();
            }
        } catch (IOException e) {
            if (channel.isOpen()) {
                throw new UncheckedIOException("the load server takes no more connections", e);
            }
        }
    }

    /** All threads end with the process. */
    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
